package org.communitycontracts.engine.backcast;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Duty;
import org.communitycontracts.engine.contract.Exclusion;
import org.communitycontracts.engine.contract.Money;
import org.communitycontracts.engine.contract.Reciprocal;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Judge;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.engine.redress.Entitlement;
import org.communitycontracts.engine.redress.Redress;

/**
 * A draft contract run over the past by the very judge that judges contracts in force: what it would have kept, broken and cost.
 *
 * <p>Who bargains turns one number after the other. A page keeps one simulation for each draft that lies on the table and asks it
 * {@link #with} for each number tried: nothing is judged again, since the cases of the clock lie in columns once asked for, and another number
 * is only another look at them. That is exact where nothing else in the clause depends on the due moment, and refused where something does;
 * then, and when anything but the number changes, a new simulation is made. One thread at a time may ask.
 */
public final class Simulation {
    /** What happens to a report and has another effect, or none, when the time has run out. */
    private static final Set<String> MOVES = Set.of("recategorised", "breach_struck_out");

    private final Contract draft;
    private final Past past;
    private final Map<String, List<Verdict>> verdicts = new LinkedHashMap<>();
    private final Map<String, List<Entitlement>> entitlements = new LinkedHashMap<>();
    private final Map<String, Optional<Clocked>> clocks = new LinkedHashMap<>();

    private Simulation(Contract draft, Past past) {
        this.draft = draft;
        this.past = past;
    }

    /** Runs the draft as if it had been in force all this time. */
    public static Simulation of(Contract draft, Past past) {
        Contract inForce = past.inForce(draft);
        Simulation simulation = new Simulation(inForce, past);
        List<Contract> versions = List.of(inForce);
        List<Verdict> found = new Judge(versions).judge(past.happenings(), past.asOf(), Instant.MAX);
        draft.clauses().forEach(clause -> {
            simulation.verdicts.put(clause.id(), new ArrayList<>());
            simulation.entitlements.put(clause.id(), new ArrayList<>());
        });
        found.forEach(verdict -> simulation.verdictsOf(verdict.clause()).add(verdict));
        new Redress(versions)
                .entitlements(found, past.happenings(), past.asOf(), Instant.MAX)
                .forEach(one -> simulation
                        .entitlements
                        .computeIfAbsent(one.clause(), _ -> new ArrayList<>())
                        .add(one));
        return simulation;
    }

    /** What each clause would have meant, in the order of the file. */
    public List<SimulatedClause> clauses() {
        return draft.clauses().stream().map(this::clause).toList();
    }

    /**
     * What another number in one clock would have meant: kept, broken and unknown; the cost is not told. The first question about a clock puts
     * its cases in columns, each further one is answered from them.
     *
     * @param clock the clock's name; empty when the clause has only one
     * @param count how many of the unit that the draft promises in, 1 at least
     * @return empty when the clock has no cases, allows different times to different cases, or when its verdicts depend on the due moment in
     *     another way (extensions, switches, excuses in good time, moves to another clause or party, breaches struck out); then a new simulation
     *     is needed
     */
    public Optional<Cases> with(String clause, String clock, int count) {
        return draft.clauses().stream()
                .filter(one -> one.id().equals(clause) && !turnsOnTheDueMoment(one))
                .flatMap(one -> clocks(one.duty()).filter(rule -> rule.id().equals(clock)))
                .findFirst()
                .flatMap(rule -> clocked(clause, rule))
                .map(clocked -> clocked.with(count));
    }

    private boolean turnsOnTheDueMoment(Clause clause) {
        boolean byExclusion = clause.exclusions().stream().anyMatch(exclusion -> switch (exclusion.effect()) {
            case EXTEND, SWITCH -> true;
            case VOID -> exclusion.needs() != Exclusion.Needs.EVIDENCE && exclusion.needs() != Exclusion.Needs.FACTS;
            case PAUSE -> false;
        });
        boolean byMove = clocks(clause.duty()).anyMatch(rule -> rule.moves().restarts())
                || past.happenings().stream().map(Happening::event).anyMatch(MOVES::contains);
        return byExclusion
                || byMove
                || verdictsOf(clause.id()).stream().anyMatch(verdict -> verdict.state() == Verdict.State.SUPERSEDED);
    }

    private SimulatedClause clause(Clause clause) {
        List<Verdict> cases = verdictsOf(clause.id()).stream()
                .filter(verdict -> verdict.share() == null)
                .toList();
        Cases whole = Cases.NONE;
        SortedMap<YearMonth, Cases> months = new TreeMap<>();
        for (Verdict verdict : cases) {
            whole = whole.plus(Cases.of(verdict));
            Instant start = verdict.start();
            if (start != null) {
                months.merge(YearMonth.from(start.atZone(draft.zone())), Cases.of(verdict), Cases::plus);
            }
        }
        SortedMap<String, Money> payers = payers(clause.id());
        return new SimulatedClause(
                clause.id(),
                whole,
                months,
                clocks(clause.duty()).map(rule -> taken(rule, cases)).toList(),
                payers.values().stream().reduce(Money.NONE, Money::plus),
                payers,
                clocks(clause.duty()).map(rule -> threshold(clause, rule)).toList());
    }

    private static TimeTaken taken(ClockRule rule, List<Verdict> cases) {
        return TimeTaken.of(
                rule,
                cases.stream()
                        .filter(verdict -> verdict.stopped() != null && isCounted(verdict) && isOf(rule, verdict))
                        .map(Verdict::used)
                        .sorted()
                        .toList());
    }

    private Threshold threshold(Clause clause, ClockRule rule) {
        if (turnsOnTheDueMoment(clause)) {
            return Threshold.missing(rule, Threshold.Missing.TURNS_ON_DUE);
        }
        if (rule.choices().size() > 1) {
            return Threshold.missing(rule, Threshold.Missing.SEVERAL_TIMES);
        }
        if (rule.within().unit().isUncounted()) {
            return Threshold.missing(rule, Threshold.Missing.NO_NUMBER);
        }
        return clocked(clause.id(), rule)
                .map(Clocked::threshold)
                .orElseGet(() -> Threshold.missing(rule, Threshold.Missing.NO_CASES));
    }

    private static boolean isOf(ClockRule rule, Verdict verdict) {
        return rule.id().equals(verdict.clock() == null ? "" : verdict.clock());
    }

    private static boolean isCounted(Verdict verdict) {
        return verdict.duplicateOf() == null
                && (verdict.state() == Verdict.State.MET
                        || verdict.state() == Verdict.State.BREACHED
                        || verdict.state() == Verdict.State.PENDING);
    }

    private SortedMap<String, Money> payers(String clause) {
        SortedMap<String, Money> payers = new TreeMap<>();
        for (Entitlement entitlement : entitlements.getOrDefault(clause, List.of())) {
            if (entitlement.status() == Entitlement.Status.OWED) {
                entitlement.parts().stream()
                        .filter(part -> !part.amount().isNone())
                        .forEach(part -> payers.merge(part.party(), part.amount(), Money::plus));
            }
        }
        return payers;
    }

    /** The cases of a clock in columns: put there when first asked for, and kept. */
    Optional<Clocked> clocked(String clause, ClockRule rule) {
        return clocks.computeIfAbsent(clause + " " + rule.id(), _ -> {
            List<Verdict> counted = verdictsOf(clause).stream()
                    .filter(verdict -> isCounted(verdict) && verdict.share() == null && verdict.start() != null)
                    .filter(verdict -> isOf(rule, verdict))
                    .toList();
            return Clocked.of(rule, counted, past.asOf());
        });
    }

    private List<Verdict> verdictsOf(String clause) {
        return verdicts.computeIfAbsent(clause, _ -> new ArrayList<>());
    }

    private static Stream<ClockRule> clocks(Duty duty) {
        return switch (duty) {
            case Respond respond -> respond.clocks().stream();
            case Reciprocal pledge -> clocks(pledge.pledge());
            default -> Stream.empty();
        };
    }
}
