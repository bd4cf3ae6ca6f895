package org.communitycontracts.engine.redress;

import static org.communitycontracts.engine.clock.Calendars.LONDON;
import static org.communitycontracts.engine.clock.Calendars.OFFICE;
import static org.communitycontracts.engine.judging.PlainsFarm.allowance;
import static org.communitycontracts.engine.judging.Story.london;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Duty;
import org.communitycontracts.engine.contract.Ladder;
import org.communitycontracts.engine.contract.Party;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.Strength;
import org.communitycontracts.engine.contract.When;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Verdict;
import org.jspecify.annotations.Nullable;

/** The desk at which the officer of Plains Farm works out what is owed: contract, verdicts and happenings of one test, in London's time. */
final class Desk {
    static final String LATER = "2030-01-01T00:00:00Z";
    private static final Respond FLYTIP = Respond.of("reported", "fixed", allowance("5 working days"), OFFICE);

    private final List<Contract> versions;
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<Happening> happenings = new ArrayList<>();

    private Desk(List<Contract> versions) {
        this.versions = versions;
    }

    /** One clause, {@code flytip}, in a contract in force from 1 April 2025 on. */
    static Desk of(Ladder... ladders) {
        return of(clause("flytip", FLYTIP, ladders));
    }

    static Desk of(Terms terms) {
        return of(terms.ladder());
    }

    static Desk of(Clause... clauses) {
        return new Desk(List.of(version(1, "2025-04-01", "GBP", clauses)));
    }

    static Desk of(List<Contract> versions) {
        return new Desk(versions);
    }

    static Clause clause(String id, Ladder... ladders) {
        return clause(id, FLYTIP, ladders);
    }

    static Clause clause(String id, Duty duty, Ladder... ladders) {
        return clause(id, duty, Strength.GUARANTEE, ladders);
    }

    static Clause clause(String id, Duty duty, Strength strength, Ladder... ladders) {
        return new Clause(
                id,
                new Party("council", "City Council", Party.Role.PROVIDER),
                "We will clear fly-tipping within 5 working days.",
                When.of(Set.of(), Set.of()),
                duty,
                strength,
                null,
                List.of(),
                List.of(ladders));
    }

    static Contract version(int number, String from, String currency, Clause... clauses) {
        return new Contract(
                "plains-farm",
                number,
                LONDON,
                LocalDate.parse(from),
                null,
                Currency.getInstance(currency),
                Contract.Transition.AT_REPORT,
                Map.of(),
                Map.of(
                        "council", new Party("council", "City Council", Party.Role.PROVIDER),
                        "homes", new Party("homes", "Home Group", Party.Role.PROVIDER),
                        "residents", new Party("residents", "Plains Farm residents", Party.Role.RESIDENT)),
                List.of(clauses));
    }

    /** A report of a household that was stopped after it was due, or is still open. */
    Desk broken(String report, String household, String due, @Nullable String stopped) {
        reported(report, Map.of("household", household));
        return add(verdict("flytip", report).from(due, stopped).build());
    }

    Desk add(Verdict verdict) {
        verdicts.add(verdict);
        return this;
    }

    Desk reported(String report, Map<String, String> facts) {
        return tell(report, "reported", "2026-01-01T12:00", facts);
    }

    Desk tell(@Nullable String report, String event, String at, Map<String, String> facts) {
        return tell(report, event, at, at, facts);
    }

    Desk tell(@Nullable String report, String event, String at, String recorded, Map<String, String> facts) {
        happenings.add(new Happening(report, event, london(at), london(recorded), "residents", facts));
        return this;
    }

    Desk paid(String report, String at, String amount) {
        return tell(report, "paid", at, Map.of("clause", "flytip", "amount", amount));
    }

    /** A resident shows at the panel that this report was no breach after all; its verdict is void from then on. */
    Desk struckOut(String report, String at) {
        tell(report, "breach_struck_out", at, Map.of("clause", "flytip", "because", "access_refused"));
        verdicts.replaceAll(verdict -> verdict.subject().equals(report) ? voided(verdict) : verdict);
        return this;
    }

    List<Verdict> verdicts() {
        return verdicts;
    }

    List<Happening> happenings() {
        return happenings;
    }

    List<Entitlement> entitlements() {
        return entitlements(LATER);
    }

    List<Entitlement> entitlements(String asOf) {
        return new Redress(versions).entitlements(verdicts, happenings, london(asOf), london(LATER));
    }

    Entitlement only() {
        return only(LATER);
    }

    Entitlement only(String asOf) {
        List<Entitlement> all = entitlements(asOf);
        if (all.size() != 1) {
            throw new AssertionError("One entitlement expected, not " + all);
        }
        return all.getFirst();
    }

    /** What is written of one report. */
    List<Entitlement> of(String report) {
        return entitlements().stream()
                .filter(one -> one.subject().equals(report))
                .toList();
    }

    /** The first amount of each report, as it is written: {@code r1 30.00}. */
    List<String> amounts() {
        return entitlements().stream().map(Desk::line).toList();
    }

    static String line(Entitlement one) {
        return one.subject() + " " + one.amount().written(Currency.getInstance("GBP"));
    }

    static Verdict voided(Verdict one) {
        return new Verdict(
                one.clause(),
                one.contract(),
                one.contractVersion(),
                one.subject(),
                one.clock(),
                one.cycle(),
                Verdict.State.VOID,
                one.start(),
                one.due(),
                one.stopped(),
                one.used(),
                one.held(),
                null,
                null,
                one.custody(),
                one.duplicateOf(),
                one.share(),
                one.holds(),
                one.why());
    }

    static Found verdict(String clause, String subject) {
        return new Found(clause, subject);
    }

    /** A verdict made by hand: a breach unless said otherwise. */
    static final class Found {
        private final String clause;
        private final String subject;
        private int version = 1;
        private @Nullable String clock;
        private int cycle = 1;
        private Verdict.State state = Verdict.State.BREACHED;
        private @Nullable Instant start;
        private @Nullable Instant due;
        private @Nullable Instant stopped;
        private @Nullable Instant breachedAt;
        private @Nullable String holder = "council";
        private @Nullable String duplicateOf;
        private Verdict.@Nullable Share share;

        private Found(String clause, String subject) {
            this.clause = clause;
            this.subject = subject;
        }

        Found from(String dueAt, @Nullable String stoppedAt) {
            due = london(dueAt);
            breachedAt = due;
            stopped = stoppedAt == null ? null : london(stoppedAt);
            return this;
        }

        Found version(int number) {
            version = number;
            return this;
        }

        Found clock(String name) {
            clock = name;
            return this;
        }

        Found cycle(int number) {
            cycle = number;
            return this;
        }

        Found state(Verdict.State other) {
            state = other;
            return this;
        }

        Found start(String at) {
            start = london(at);
            return this;
        }

        Found due(@Nullable String at) {
            due = at == null ? null : london(at);
            return this;
        }

        Found breachedAt(@Nullable String at) {
            breachedAt = at == null ? null : london(at);
            return this;
        }

        Found holder(@Nullable String party) {
            holder = party;
            return this;
        }

        Found duplicateOf(String master) {
            duplicateOf = master;
            return this;
        }

        Found share(int kept, int counted) {
            share = new Verdict.Share(kept, counted);
            return this;
        }

        Verdict build() {
            return new Verdict(
                    clause,
                    "plains-farm",
                    version,
                    subject,
                    clock,
                    cycle,
                    state,
                    start,
                    due,
                    stopped,
                    0,
                    0,
                    breachedAt,
                    holder,
                    List.of(),
                    duplicateOf,
                    share,
                    List.of(),
                    List.of());
        }
    }
}
