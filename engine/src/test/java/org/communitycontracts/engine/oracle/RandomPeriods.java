package org.communitycontracts.engine.oracle;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Allowance.Unit;
import org.communitycontracts.engine.contract.Appoint;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Duty;
import org.communitycontracts.engine.contract.Exclusion;
import org.communitycontracts.engine.contract.Grade;
import org.communitycontracts.engine.contract.Reciprocal;
import org.communitycontracts.engine.contract.Recur;
import org.communitycontracts.engine.contract.RollingCount;
import org.communitycontracts.engine.contract.Score;
import org.communitycontracts.engine.contract.ShareOfTime;
import org.communitycontracts.engine.contract.Strength;
import org.communitycontracts.engine.contract.Target;
import org.communitycontracts.engine.contract.When;
import org.communitycontracts.engine.contract.Window;
import org.jspecify.annotations.Nullable;

/** Random clauses that are no clocks on reports: periods, grades, answers, time, counts and appointments. */
record RandomPeriods(Dice dice, Set<Feature> features, RandomContracts contracts) {
    void addTo(List<Clause> clauses) {
        boolean isPledge = features.contains(Feature.RECIPROCAL);
        if (features.contains(Feature.RECUR) || features.contains(Feature.GAP)) {
            clauses.add(recur("sweep", false));
        }
        if (isPledge) {
            clauses.add(recur("pledge", true));
        }
        if (features.contains(Feature.GRADE)) {
            Grade.Points points = new Grade.Points(Map.of("large", 6, "small", 1), List.of(1, 30, 60));
            clauses.add(shared("clean", new Grade("graded", List.of("A", "B", "C", "D"), "B", dice.of(null, points))));
        }
        if (features.contains(Feature.SCORE)) {
            clauses.add(shared("satisfied", new Score("q1", Set.of("4", "5"), Set.of("dont_know"))));
        }
        if (features.contains(Feature.SHARE_OF_TIME)) {
            clauses.add(shared(
                    "lift",
                    dice.oneIn(3)
                            ? new ShareOfTime(
                                    null, null, "shift", "visible_minutes", "minutes", dice.of(contracts.calendars))
                            : new ShareOfTime(
                                    "lift_out", "lift_back", null, null, null, dice.of(contracts.calendars))));
        }
        if (features.contains(Feature.ROLLING_COUNT)) {
            Allowance in = dice.of(
                    new Allowance(48, Unit.HOURS),
                    new Allowance(3, Unit.DAYS),
                    new Allowance(1, Unit.MONTHS),
                    new Allowance(3, Unit.WORKING_DAYS),
                    new Allowance(10, Unit.WORKING_HOURS));
            clauses.add(plain(
                    "cuts",
                    new RollingCount(
                            "power_cut",
                            dice.below(3),
                            in,
                            dice.of("household", null),
                            dice.of("incident", null),
                            dice.of(contracts.calendars.get(0), contracts.calendars.get(1)))));
        }
        if (features.contains(Feature.APPOINTMENT)) {
            Allowance notice = dice.of(null, new Allowance(24, Unit.HOURS), new Allowance(1, Unit.WORKING_DAYS));
            clauses.add(plain(
                    "visit",
                    new Appoint(
                            "appointment_made",
                            Set.of("visited"),
                            "appointment_cancelled",
                            notice,
                            false,
                            dice.of(contracts.calendars.get(0), contracts.calendars.get(1)))));
        }
        if (features.contains(Feature.ADVANCE_NOTICE)) {
            Allowance least = dice.of(
                    new Allowance(48, Unit.HOURS), new Allowance(2, Unit.WORKING_DAYS), new Allowance(2, Unit.DAYS));
            clauses.add(plain(
                    "told",
                    new Appoint(
                            "told_interruption",
                            Set.of("interrupted"),
                            "interruption_called_off",
                            least,
                            true,
                            dice.of(contracts.calendars.get(0), contracts.calendars.get(1)))));
        }
    }

    private Clause recur(String id, boolean isPledge) {
        boolean isGap = features.contains(Feature.GAP) && !isPledge;
        boolean isPeriod = !isGap || dice.oneIn(2);
        Allowance period = dice.of(
                new Allowance(dice.between(1, 5), Unit.DAYS),
                new Allowance(1, Unit.WEEKS),
                new Allowance(1, Unit.MONTHS));
        Allowance gap = dice.of(
                new Allowance(dice.between(1, 6), Unit.DAYS),
                new Allowance(dice.between(20, 60), Unit.HOURS),
                new Allowance(2, Unit.WORKING_DAYS));
        Integer most = isPeriod && dice.oneIn(3) ? dice.between(1, 2) : null;
        LocalDate anchor =
                dice.oneIn(4) ? contracts.day.withDayOfMonth(1).minusDays(1) : contracts.day.minusDays(dice.below(9));
        Recur recur = new Recur(
                Set.of(isPledge ? "pick_held" : "swept"),
                isPeriod ? period : null,
                anchor,
                most != null ? dice.between(0, most) : dice.between(1, 2),
                most,
                isGap ? gap : null,
                dice.oneIn(4) ? season() : null,
                dice.oneIn(3) ? new Recur.Each("street", List.of("s1", "s2")) : null,
                contracts.calendars.get(dice.of(0, 1, 1)));
        Duty duty = isPledge ? new Reciprocal(recur) : recur;
        Target target = features.contains(Feature.TARGET) ? new Target(60, Window.WEEK, 1, null) : null;
        List<Exclusion> snow = isPledge || !dice.oneIn(2)
                ? List.of()
                : List.of(new Exclusion(
                        "snow",
                        dice.of(Exclusion.Effect.EXTEND, Exclusion.Effect.EXTEND, Exclusion.Effect.PAUSE),
                        Exclusion.Needs.DECLARED_NOTICE,
                        null,
                        null,
                        null,
                        null,
                        When.ALWAYS));
        return clause(id, duty, target, snow);
    }

    private When.Season season() {
        MonthDay from = MonthDay.from(contracts.day.plusDays(dice.between(-3, 4)));
        return new When.Season(from, dice.of(MonthDay.of(12, 31), MonthDay.from(contracts.day.plusDays(9))));
    }

    private Clause shared(String id, Duty duty) {
        Window over = dice.of(Window.WEEK, Window.MONTH, Window.CONTRACT_YEAR);
        return clause(id, duty, new Target(dice.of(50, 66, 67, 90), over, dice.between(1, 3), null), List.of());
    }

    private Clause plain(String id, Duty duty) {
        return clause(id, duty, null, List.of());
    }

    private Clause clause(String id, Duty duty, @Nullable Target target, List<Exclusion> exclusions) {
        boolean isPledge = duty instanceof Reciprocal;
        return new Clause(
                id,
                isPledge ? RandomContracts.RESIDENTS : RandomContracts.COUNCIL,
                id,
                When.ALWAYS,
                duty,
                target == null ? Strength.GUARANTEE : Strength.TARGET,
                target,
                exclusions,
                isPledge || !features.contains(Feature.REMEDIES)
                        ? List.of()
                        : new RandomRemedies(dice, features, contracts).ladders());
    }
}
