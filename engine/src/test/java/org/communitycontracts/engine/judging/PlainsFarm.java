package org.communitycontracts.engine.judging;

import static org.communitycontracts.engine.clock.Calendars.LONDON;
import static org.communitycontracts.engine.clock.Calendars.OFFICE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Duty;
import org.communitycontracts.engine.contract.Party;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.Strength;
import org.communitycontracts.engine.contract.When;
import org.jspecify.annotations.Nullable;

/** The contract of Plains Farm that the tests use, and its judge. */
public final class PlainsFarm {
    public static final Party COUNCIL = new Party("council", "City Council", Party.Role.PROVIDER);
    public static final Party RESIDENTS = new Party("residents", "Plains Farm residents", Party.Role.RESIDENT);

    private PlainsFarm() {}

    /** Fly-tipping in office hours, with every rule that a clock may have. */
    public static Respond within(String allowance) {
        return within(allowance, OFFICE);
    }

    public static Respond within(String allowance, Calendar calendar) {
        return clock(
                Respond.of("reported", "fixed", allowance(allowance), calendar),
                List.of(new ClockRule.PauseRule("asked_resident", "resident_replied", allowance("10 working days"))),
                new ClockRule.Reopening(allowance("10 working days"), true),
                "withdrawn",
                "not_in_area");
    }

    /** A plain duty, with holds, a way to come back and what takes a case out. */
    public static Respond clock(
            Respond plain, List<ClockRule.PauseRule> pauses, ClockRule.@Nullable Reopening reopen, String... cancel) {
        ClockRule rule = plain.first();
        return new Respond(List.of(new ClockRule(
                rule.id(),
                rule.starts(),
                rule.stops(),
                rule.choices(),
                pauses,
                Set.of(cancel),
                reopen,
                rule.moves(),
                rule.repeatsUntil())));
    }

    public static Clause flytip(Duty duty) {
        return new Clause(
                "flytip",
                COUNCIL,
                "We will clear fly-tipping within the time we promise.",
                When.of(Set.of("flytip"), Set.of()),
                duty,
                Strength.GUARANTEE,
                null,
                List.of(),
                List.of());
    }

    public static Contract version(int number, String from, @Nullable String until, Clause... clauses) {
        return version(number, from, until, Contract.Transition.AT_REPORT, clauses);
    }

    public static Contract version(
            int number, String from, @Nullable String until, Contract.Transition transition, Clause... clauses) {
        return new Contract(
                "plains-farm",
                number,
                LONDON,
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                Currency.getInstance("GBP"),
                transition,
                Map.of(),
                Map.of("council", COUNCIL, "residents", RESIDENTS),
                List.of(clauses));
    }

    /** The one verdict on a story under one clause, as of a moment and with everything known. */
    public static Verdict judge(Respond duty, Story story, String asOf) {
        return judge(duty, story, asOf, "2100-01-01T00:00:00Z");
    }

    public static Verdict judge(Respond duty, Story story, String asOf, String knownAsOf) {
        return only(verdicts(story, asOf, knownAsOf, version(1, "2020-01-01", null, flytip(duty))));
    }

    public static List<Verdict> verdicts(Story story, String asOf, String knownAsOf, Contract... versions) {
        return new Judge(Arrays.asList(versions))
                .judge("r1", story.happenings(), Story.london(asOf), Story.london(knownAsOf));
    }

    public static Verdict only(List<Verdict> verdicts) {
        if (verdicts.size() != 1) {
            throw new AssertionError("One verdict expected, not " + verdicts);
        }
        return verdicts.getFirst();
    }

    public static Allowance allowance(String text) {
        return Allowance.parse(text).orElseThrow();
    }

    public static Instant utc(String moment) {
        return Instant.parse(moment);
    }
}
