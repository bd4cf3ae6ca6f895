package org.communitycontracts.engine.oracle;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Allowance.Unit;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.contract.Choice;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Duty;
import org.communitycontracts.engine.contract.Exclusion;
import org.communitycontracts.engine.contract.Party;
import org.communitycontracts.engine.contract.Reciprocal;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.Strength;
import org.communitycontracts.engine.contract.Target;
import org.communitycontracts.engine.contract.Unmeasurable;
import org.communitycontracts.engine.contract.When;
import org.communitycontracts.engine.contract.Window;
import org.jspecify.annotations.Nullable;

/** Random clauses about the features of a case. */
final class RandomClauses {
    static final List<String> CATEGORIES = List.of("a", "b", "c");

    private final Dice dice;
    private final Set<Feature> features;
    private final RandomContracts contracts;

    RandomClauses(Dice dice, Set<Feature> features, RandomContracts contracts) {
        this.dice = dice;
        this.features = features;
        this.contracts = contracts;
    }

    private boolean has(Feature feature) {
        return features.contains(feature);
    }

    List<Clause> some() {
        List<Clause> clauses = new ArrayList<>();
        int responds = has(Feature.RECATEGORISED) ? dice.between(1, 3) : dice.between(1, 2);
        for (int i = 0; i < responds; i++) {
            clauses.add(respond("c" + i, i));
        }
        if (has(Feature.UNMEASURABLE)) {
            String kind = dice.of("respond", "recur");
            clauses.add(clause("soon", covers(2), new Unmeasurable(kind), Strength.NONE));
        }
        new RandomPeriods(dice, features, contracts).addTo(clauses);
        return clauses;
    }

    /** The next version: the same clauses, with other times; sometimes one is gone. */
    List<Clause> amended(List<Clause> before) {
        List<Clause> clauses = new ArrayList<>();
        for (Clause clause : before) {
            if (before.size() == 1 || !dice.oneIn(8)) {
                clauses.add(new Clause(
                        clause.id(),
                        clause.by(),
                        clause.text(),
                        clause.when(),
                        amended(clause.duty()),
                        clause.strength(),
                        clause.target(),
                        clause.exclusions(),
                        clause.remedies()));
            }
        }
        return clauses.isEmpty() ? before : clauses;
    }

    private Duty amended(Duty duty) {
        return duty instanceof Respond(List<ClockRule> clocks)
                ? new Respond(clocks.stream().map(rule -> rule.with(choices())).toList())
                : duty;
    }

    private Clause respond(String id, int place) {
        List<ClockRule> clocks = new ArrayList<>();
        boolean isAlone = has(Feature.RECATEGORISED) || !has(Feature.SEVERAL_CLOCKS);
        if (isAlone) {
            clocks.add(
                    clock("", "reported", has(Feature.RECATEGORISED) ? "fixed" : "fixed" + (place == 0 ? "" : place)));
        } else {
            clocks.add(clock("seen", "reported", "seen"));
            clocks.add(clock("fix", dice.oneIn(2) ? "seen" : "reported", "fixed"));
        }
        Clause clause = clause(id, covers(place), new Respond(clocks), Strength.GUARANTEE);
        Target target = has(Feature.TARGET) ? target() : null;
        Clause whole = target == null ? clause : clause.with(target);
        return new Clause(
                id,
                whole.by(),
                id,
                whole.when(),
                whole.duty(),
                has(Feature.REMEDIES) && dice.oneIn(12) ? Strength.AIM : whole.strength(),
                target,
                exclusions(),
                has(Feature.REMEDIES) ? new RandomRemedies(dice, features, contracts).ladders() : List.of());
    }

    private Clause clause(String id, When when, Duty duty, Strength strength) {
        Party by = dice.of(RandomContracts.COUNCIL, RandomContracts.COUNCIL, RandomContracts.HOMES);
        if (has(Feature.RECIPROCAL) && duty instanceof Respond && dice.oneIn(4)) {
            return new Clause(
                    id,
                    RandomContracts.RESIDENTS,
                    id,
                    when,
                    new Reciprocal(duty),
                    strength,
                    null,
                    List.of(),
                    List.of());
        }
        return new Clause(id, by, id, when, duty, strength, null, List.of(), List.of());
    }

    Target target() {
        Window over = dice.of(Window.WEEK, Window.MONTH, Window.QUARTER, Window.CONTRACT_YEAR);
        return new Target(
                dice.of(50, 66, 67, 90, 100), over, dice.between(1, 2), dice.oneIn(4) ? timeOfTarget() : null);
    }

    private Allowance timeOfTarget() {
        Allowance within = allowance();
        return within.unit() == Unit.PROMISED_DATE ? new Allowance(3, Unit.DAYS) : within;
    }

    private When covers(int place) {
        if (has(Feature.RECATEGORISED)) {
            return When.of(Set.of(CATEGORIES.get(place)), Set.of());
        }
        return switch (dice.below(4)) {
            case 0 -> When.of(dice.some(CATEGORIES), Set.of());
            case 1 -> When.of(Set.of(), Set.of("north"));
            default -> When.ALWAYS;
        };
    }

    private ClockRule clock(String id, String start, String stop) {
        Allowance within = dice.of(allowance(), new Allowance(dice.between(1, 10), Unit.WORKING_DAYS));
        boolean isRepeating = has(Feature.REPEATING_CLOCK) && !has(Feature.RECATEGORISED);
        return new ClockRule(
                id,
                Set.of(start),
                dice.oneIn(5) ? Set.of(stop, "closed") : Set.of(stop),
                choices(),
                pauses(),
                has(Feature.CANCEL) ? Set.of("withdrawn") : Set.of(),
                has(Feature.REOPEN) && !isRepeating
                        ? new ClockRule.Reopening(
                                within.unit() == Unit.PROMISED_DATE ? new Allowance(1, Unit.DAYS) : within,
                                dice.oneIn(2))
                        : null,
                new ClockRule.Moves(dice.oneIn(2), has(Feature.HANDOVER) && dice.oneIn(2), dice.oneIn(6)),
                isRepeating ? "over" : null);
    }

    private List<ClockRule.PauseRule> pauses() {
        List<ClockRule.PauseRule> pauses = new ArrayList<>();
        if (has(Feature.HOLDS)) {
            Allowance most = dice.of(
                    new Allowance(dice.between(1, 5), Unit.WORKING_DAYS),
                    new Allowance(dice.between(1, 72), Unit.HOURS),
                    new Allowance(dice.between(1, 20), Unit.WORKING_HOURS),
                    new Allowance(dice.between(1, 6), Unit.DAYS));
            pauses.add(new ClockRule.PauseRule("asked", "replied", most));
            if (dice.oneIn(2)) {
                pauses.add(new ClockRule.PauseRule("ordered", "delivered", most));
            }
        }
        return pauses;
    }

    private List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        if (has(Feature.CHOICES) || has(Feature.COUNT_IN_CHOICE)) {
            for (int i = dice.between(1, 2); i > 0; i--) {
                choices.add(new Choice(condition(), dice.oneIn(6) ? null : allowance(), calendar()));
            }
        }
        boolean isNothing =
                !choices.isEmpty() && dice.oneIn(6) && choices.stream().anyMatch(choice -> choice.within() != null);
        choices.add(new Choice(When.ALWAYS, isNothing ? null : allowance(), calendar()));
        return choices;
    }

    When condition() {
        if (has(Feature.COUNT_IN_CHOICE) && dice.oneIn(2)) {
            When.Count count = new When.Count(
                    "reported",
                    dice.between(1, 3),
                    dice.of(
                            new Allowance(48, Unit.HOURS),
                            new Allowance(3, Unit.DAYS),
                            new Allowance(1, Unit.MONTHS),
                            new Allowance(2, Unit.WORKING_DAYS),
                            new Allowance(9, Unit.WORKING_HOURS)),
                    dice.of("household", null),
                    dice.of("incident", null));
            return new When(Set.of(), Set.of(), Map.of(), null, Set.of(), null, null, null, count);
        }
        return switch (dice.below(7)) {
            case 0 -> facts(Map.of("severity", new When.OneOf(Set.of("high", "urgent"))));
            case 1 ->
                facts(Map.of(
                        "depth_mm",
                        new When.Within(List.of(
                                new When.Limit(dice.of(When.Than.AT_LEAST, When.Than.MORE_THAN), new BigDecimal("40")),
                                new When.Limit(
                                        dice.of(When.Than.AT_MOST, When.Than.LESS_THAN), new BigDecimal("100.0"))))));
            case 2 ->
                time(
                        new When.Season(MonthDay.of(dice.of(2, 11), 29 % 28 + 1), MonthDay.of(3, 29)),
                        Set.of(),
                        null,
                        null);
            case 3 -> time(null, EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY), null, null);
            case 4 ->
                time(
                        null,
                        Set.of(),
                        dice.of(new When.Daytime(1320, 360), new When.Daytime(540, 1020), new When.Daytime(0, 1440)),
                        null);
            case 5 -> time(null, Set.of(), null, dice.oneIn(2));
            default -> since();
        };
    }

    private static When facts(Map<String, When.Fact> facts) {
        return new When(Set.of(), Set.of(), facts, null, Set.of(), null, null, null, null);
    }

    private static When time(
            When.@Nullable Season season,
            Set<DayOfWeek> weekdays,
            When.@Nullable Daytime daytime,
            @Nullable Boolean workingDay) {
        return new When(Set.of(), Set.of(), Map.of(), season, weekdays, daytime, workingDay, null, null);
    }

    private When since() {
        When.Since since = new When.Since(
                "collected_at",
                dice.of(When.Than.AT_MOST, When.Than.MORE_THAN),
                dice.of(
                        new Allowance(48, Unit.HOURS),
                        new Allowance(2, Unit.DAYS),
                        new Allowance(1, Unit.WORKING_DAYS)));
        return new When(Set.of(), Set.of(), Map.of(), null, Set.of(), null, null, since, null);
    }

    private Calendar calendar() {
        return dice.of(contracts.calendars.get(0), dice.of(contracts.calendars));
    }

    Allowance allowance() {
        Unit unit = dice.of(Unit.values());
        return unit.isUncounted()
                ? new Allowance(1, unit)
                : switch (unit) {
                    case HOURS -> new Allowance(dice.of(1, 24, 25, 48, dice.between(1, 100)), unit);
                    case WORKING_HOURS -> new Allowance(dice.of(4, 8, 16, dice.between(1, 30)), unit);
                    case MONTHS -> new Allowance(dice.between(1, 2), unit);
                    case WEEKS -> new Allowance(1, unit);
                    default -> new Allowance(dice.between(1, 6), unit);
                };
    }

    private List<Exclusion> exclusions() {
        List<Exclusion> exclusions = new ArrayList<>();
        Allowance days = new Allowance(dice.between(1, 6), Unit.WORKING_DAYS);
        if (has(Feature.VOID)) {
            exclusions.add(exclusion("access_refused", Exclusion.Effect.VOID, Exclusion.Needs.EVIDENCE, null));
            exclusions.add(exclusion("storm", Exclusion.Effect.VOID, Exclusion.Needs.DECLARED_NOTICE, null));
            if (dice.oneIn(3)) {
                exclusions.add(new Exclusion(
                        "reported_late",
                        Exclusion.Effect.VOID,
                        Exclusion.Needs.FACTS,
                        null,
                        null,
                        null,
                        null,
                        since()));
            }
        }
        if (has(Feature.PAUSE_BY_REASON)) {
            exclusions.add(exclusion("severe_weather", Exclusion.Effect.PAUSE, Exclusion.Needs.DECLARED_NOTICE, null));
            exclusions.add(exclusion(
                    "parts",
                    Exclusion.Effect.PAUSE,
                    Exclusion.Needs.EVIDENCE,
                    dice.oneIn(2) ? new Allowance(3, Unit.DAYS) : null));
        }
        if (has(Feature.EXTEND)) {
            exclusions.add(exclusion("agreed_extension", Exclusion.Effect.EXTEND, Exclusion.Needs.AGREEMENT, days));
            exclusions.add(exclusion("told_extension", Exclusion.Effect.EXTEND, Exclusion.Needs.TOLD, days));
            exclusions.add(exclusion("snow", Exclusion.Effect.EXTEND, Exclusion.Needs.DECLARED_NOTICE, null));
        }
        if (has(Feature.SWITCH)) {
            Allowance to = new Allowance(dice.between(1, 8), dice.of(Unit.WORKING_DAYS, Unit.DAYS, Unit.HOURS));
            exclusions.add(new Exclusion(
                    "supply_fault",
                    Exclusion.Effect.SWITCH,
                    Exclusion.Needs.EVIDENCE,
                    null,
                    null,
                    null,
                    new Choice(When.ALWAYS, to, calendar()),
                    When.ALWAYS));
        }
        return exclusions;
    }

    private Exclusion exclusion(
            String because, Exclusion.Effect effect, Exclusion.Needs needs, @Nullable Allowance atMost) {
        String decidedBy = needs == Exclusion.Needs.EVIDENCE && dice.oneIn(4) ? "panel" : null;
        String by = needs == Exclusion.Needs.DECLARED_NOTICE && dice.oneIn(4) ? "homes" : null;
        return new Exclusion(because, effect, needs, by, decidedBy, atMost, null, When.ALWAYS);
    }
}
