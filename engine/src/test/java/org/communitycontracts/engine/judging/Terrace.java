package org.communitycontracts.engine.judging;

import static org.communitycontracts.engine.clock.Calendars.ALWAYS;
import static org.communitycontracts.engine.clock.Calendars.LONDON;
import static org.communitycontracts.engine.clock.Calendars.OFFICE;
import static org.communitycontracts.engine.judging.PlainsFarm.COUNCIL;
import static org.communitycontracts.engine.judging.PlainsFarm.RESIDENTS;
import static org.communitycontracts.engine.judging.PlainsFarm.allowance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.contract.Choice;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Exclusion;
import org.communitycontracts.engine.contract.Party;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.Strength;
import org.communitycontracts.engine.contract.When;
import org.jspecify.annotations.Nullable;

/** A contract between residents, the council and a landlord, piece by piece, and its judge. */
final class Terrace {
    static final Party HOMES = new Party("homes", "Home Group", Party.Role.PROVIDER);
    static final Party PANEL = new Party("panel", "Residents' panel", Party.Role.RESIDENT);
    static final String MUCH_LATER = "2027-12-01T00:00";

    private Terrace() {}

    /** One clock from reported to fixed. */
    static ClockRule clock(String within, Calendar calendar) {
        return clock("", "reported", "fixed", new Choice(When.ALWAYS, allowance(within), calendar));
    }

    static ClockRule clock(String id, String start, String stop, Choice... choices) {
        return clock(id, Set.of(start), Set.of(stop), ClockRule.Moves.PLAIN, null, choices);
    }

    static ClockRule clock(
            String id,
            Set<String> starts,
            Set<String> stops,
            ClockRule.Moves moves,
            @Nullable String repeatsUntil,
            Choice... choices) {
        return new ClockRule(
                id,
                starts,
                stops,
                Arrays.asList(choices),
                List.of(new ClockRule.PauseRule("asked_resident", "resident_replied", allowance("10 working days"))),
                Set.of("withdrawn"),
                new ClockRule.Reopening(allowance("10 working days"), true),
                moves,
                repeatsUntil);
    }

    static ClockRule moving(ClockRule rule, ClockRule.Moves moves) {
        return clock(
                rule.id(),
                rule.starts(),
                rule.stops(),
                moves,
                rule.repeatsUntil(),
                rule.choices().toArray(Choice[]::new));
    }

    static Choice office(When when, String within) {
        return new Choice(when, allowance(within), OFFICE);
    }

    static Choice always(When when, String within) {
        return new Choice(when, allowance(within), ALWAYS);
    }

    static Choice nothing(When when) {
        return new Choice(when, null, OFFICE);
    }

    static Clause clause(String category, ClockRule... clocks) {
        return clause(category, List.of(), clocks);
    }

    static Clause clause(String category, List<Exclusion> exclusions, ClockRule... clocks) {
        return new Clause(
                category,
                COUNCIL,
                "We will answer " + category + " in time.",
                When.of(Set.of(category), Set.of()),
                new Respond(Arrays.asList(clocks)),
                Strength.GUARANTEE,
                null,
                exclusions,
                List.of());
    }

    static Contract contract(Clause... clauses) {
        return new Contract(
                "terrace",
                1,
                LONDON,
                LocalDate.parse("2020-01-01"),
                null,
                Currency.getInstance("GBP"),
                Contract.Transition.AT_REPORT,
                Map.of(),
                Map.of("council", COUNCIL, "homes", HOMES, "residents", RESIDENTS, "panel", PANEL),
                List.of(clauses));
    }

    static Exclusion exclusion(String because, Exclusion.Effect effect, Exclusion.Needs needs) {
        return new Exclusion(because, effect, needs, null, null, null, null, When.ALWAYS);
    }

    static When facts(String fact, When.Fact is) {
        return new When(Set.of(), Set.of(), Map.of(fact, is), null, Set.of(), null, null, null, null);
    }

    /** The same story told on another report. */
    static List<Happening> on(String report, Story story) {
        return story.happenings().stream()
                .map(one -> new Happening(report, one.event(), one.at(), one.recorded(), one.by(), one.facts()))
                .toList();
    }

    /** A notice by the council for some local days, the second not in it. */
    static Happening notice(String event, String from, String until, String declared) {
        return notice(event, from, until, declared, "council");
    }

    static Happening notice(String event, String from, String until, String declared, String by) {
        Instant at = Story.london(declared);
        return new Happening(null, event, at, at, by, Map.of("from", from, "until", until));
    }

    static List<Happening> all(List<Happening> one, List<Happening> other) {
        List<Happening> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    static List<Happening> all(Story story, Happening... more) {
        return all(story.happenings(), List.of(more));
    }

    static List<Verdict> verdicts(Contract contract, Story story, String asOf) {
        return verdicts(contract, "r1", story.happenings(), asOf);
    }

    static List<Verdict> verdicts(Contract contract, String report, List<Happening> happenings, String asOf) {
        return new Judge(List.of(contract))
                .judge(report, happenings, Story.london(asOf), Instant.parse("2100-01-01T00:00:00Z"));
    }

    static Verdict verdict(Contract contract, Story story) {
        return PlainsFarm.only(verdicts(contract, story, MUCH_LATER));
    }

    static Verdict verdict(Contract contract, String report, List<Happening> happenings) {
        return PlainsFarm.only(verdicts(contract, report, happenings, MUCH_LATER));
    }
}
