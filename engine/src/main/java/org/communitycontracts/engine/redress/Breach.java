package org.communitycontracts.engine.redress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Recur;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.RollingCount;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.StrikeOut;
import org.communitycontracts.engine.judging.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A promise not kept for one case, or one that was held not kept until the breach was struck out.
 *
 * @param verdict what was found
 * @param contract the version that applied
 * @param clause the clause in that version
 * @param at the moment of the breach
 * @param end until when it was late: when it was stopped, or the moment of the question while it is open
 * @param struckOut what struck it out; null while it stands
 */
record Breach(
        Verdict verdict,
        Contract contract,
        Clause clause,
        Instant at,
        Instant end,
        @Nullable Happening struckOut) {
    /** The order in which caps are used up: by the moment of the breach, then subject, clock, cycle and clause. */
    static final Comparator<Breach> ORDER = Comparator.comparing(Breach::at)
            .thenComparing(breach -> breach.verdict().subject())
            .thenComparing(breach -> breach.verdict().clock(), Comparator.nullsFirst(Comparator.<String>naturalOrder()))
            .thenComparingInt(breach -> breach.verdict().cycle())
            .thenComparing(breach -> breach.clause().id());

    /** Found at this moment, while the case may be open. */
    static Breach of(Verdict verdict, Contract contract, Clause clause, Instant asOf, @Nullable Happening struckOut) {
        Instant due = verdict.due();
        Instant stopped = verdict.stopped();
        Instant breached = verdict.breachedAt();
        Instant at = breached != null ? breached : due != null ? due : struckOut != null ? struckOut.at() : asOf;
        Instant end = stopped != null ? stopped : runsOn(verdict, clause) ? asOf : at;
        return new Breach(verdict, contract, clause, at, end, struckOut);
    }

    /** Whether being late goes on until something is done: so with a clock and with a gap, not with a period or an appointment that is past. */
    private static boolean runsOn(Verdict verdict, Clause clause) {
        return clause.duty() instanceof Respond || (clause.duty() instanceof Recur && "gap".equals(verdict.clock()));
    }

    boolean isOpen() {
        return verdict.stopped() == null && runsOn(verdict, clause);
    }

    /** How late it is, from the due moment. */
    Delay late() {
        Instant due = verdict.due();
        return new Delay(due == null ? at : due, end);
    }

    /** All the time from the start of the clock. */
    Delay running() {
        Instant start = verdict.start();
        return start == null ? late() : new Delay(start, end);
    }

    /** The local day of the breach, by which amounts and years are chosen. */
    LocalDate day() {
        return LocalDate.ofInstant(at, contract.zone());
    }

    /** The party that held the case when the promise was broken. */
    String holder() {
        String holder = verdict.holderAtBreach();
        return holder == null ? clause.by().id() : holder;
    }

    /** The earliest report of the same fault. */
    String fault() {
        String earliest = verdict.duplicateOf();
        return earliest == null ? verdict.subject() : earliest;
    }

    /** The household of the case: as the report said when it was made, or for which it is promised one by one; null when nothing says. */
    @Nullable
    String household(Entries stories) {
        String subject = verdict.subject();
        if (clause.duty() instanceof RollingCount count && "household".equals(count.each())) {
            return beforeSlash(subject);
        }
        if (clause.duty() instanceof Recur recur
                && recur.each() != null
                && recur.each().fact().equals("household")) {
            return beforeSlash(subject);
        }
        return stories.facts(subject).get("household");
    }

    /** Whether a happening on the case means this breach: it may name a clause, clock and cycle, and then it is these. */
    boolean isMeantBy(Happening told) {
        Map<String, String> facts = told.facts();
        String clock = verdict.clock();
        return facts.getOrDefault("clause", clause.id()).equals(clause.id())
                && (clock == null || facts.getOrDefault("clock", clock).equals(clock))
                && facts.getOrDefault("cycle", "" + verdict.cycle()).equals("" + verdict.cycle());
    }

    /** What struck it out, of all that was told of its case; empty when nothing did (S19). */
    Optional<Happening> findStrikeOut(List<Happening> told) {
        Instant due = verdict.due();
        return new StrikeOut(contract, clause, verdict.clock(), verdict.cycle())
                .find(told, due == null ? Instant.MIN : due);
    }

    Wording wording() {
        return new Wording(contract.zone(), contract.currency());
    }

    private static String beforeSlash(String subject) {
        int slash = subject.lastIndexOf('/');
        return slash < 0 ? subject : subject.substring(0, slash);
    }
}
