package org.communitycontracts.engine.oracle;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Holiday;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Party;

/** Small random contracts with stories: the same seed and features make the same case. */
final class RandomContracts {
    static final Party COUNCIL = new Party("council", "City Council", Party.Role.PROVIDER);
    static final Party HOMES = new Party("homes", "Home Group", Party.Role.PROVIDER);
    static final Party RESIDENTS = new Party("residents", "Plains Farm residents", Party.Role.RESIDENT);
    static final Party PANEL = new Party("panel", "The panel", Party.Role.RESIDENT);

    /** Clock changes of three zones, leap days, New Year and plain weeks. */
    private static final List<String> DAYS = List.of(
            "2024-02-27",
            "2028-02-26",
            "2025-12-29",
            "2026-03-27",
            "2026-10-23",
            "2026-03-06",
            "2026-10-30",
            "2026-10-02",
            "2026-04-03",
            "2026-06-01",
            "2027-01-29");

    private final Dice dice;
    private final Set<Feature> features;
    final ZoneId zone;
    final LocalDate day;
    final List<Calendar> calendars = new ArrayList<>();

    private RandomContracts(Dice dice, Set<Feature> features) {
        this.dice = dice;
        this.features = features;
        this.zone = ZoneId.of(dice.of("Europe/London", "Europe/London", "America/New_York", "Australia/Lord_Howe"));
        this.day = LocalDate.parse(dice.of(DAYS)).plusDays(dice.below(4));
    }

    /** A case about one to three of the features allowed, or about none: then it is one plain clock. */
    static Case random(long seed, Set<Feature> allowed) {
        Dice dice = new Dice(new Dice(seed).seed());
        List<Feature> choices = allowed.stream().sorted().toList();
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        for (int i = dice.below(4); i > 0 && !choices.isEmpty(); i--) {
            features.add(dice.of(choices));
        }
        if (features.contains(Feature.MONEY) || features.contains(Feature.CAPS)) {
            features.add(Feature.REMEDIES);
        }
        if (features.contains(Feature.REQUEST_WHILE_WAITING)) {
            features.add(Feature.HOLDS);
        }
        boolean isBoth = features.contains(Feature.LATE_ENTRY) && features.contains(Feature.LATE_HOLIDAY);
        if (isBoth && !allowed.contains(Feature.LATE_ENTRY_AND_HOLIDAY)) {
            features.remove(Feature.LATE_HOLIDAY);
        }
        boolean isCancelled = features.contains(Feature.CANCEL) && features.contains(Feature.LATE_HOLIDAY);
        if (isCancelled && !allowed.contains(Feature.CANCEL_AND_LATE_HOLIDAY)) {
            features.remove(Feature.CANCEL);
        }
        if (features.contains(Feature.CLAIMS)
                || features.contains(Feature.STRUCK_OUT)
                || features.contains(Feature.CAPS)) {
            features.addAll(Set.of(Feature.REMEDIES, Feature.MONEY));
        }
        features.retainAll(allowed);
        return new RandomContracts(dice, features).make(seed);
    }

    private Case make(long seed) {
        calendars();
        RandomClauses clauses = new RandomClauses(dice, features, this);
        List<Contract> versions = versions(clauses);
        return new RandomStories(dice, features, this, versions).tell(seed);
    }

    private void calendars() {
        Set<DayOfWeek> week = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        calendars.add(new Calendar("office", zone, week, 540, 1020, holidays()));
        calendars.add(Found.dayAndNight(zone));
        calendars.add(
                switch (dice.below(4)) {
                    case 0 ->
                        new Calendar(
                                "odd", zone, EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY), 510, 765, holidays());
                    case 1 ->
                        new Calendar(
                                "odd", zone, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY), 0, 1440, holidays());
                    case 2 -> new Calendar("odd", zone, EnumSet.allOf(DayOfWeek.class), 60, 150, holidays());
                    default -> new Calendar("odd", zone, EnumSet.allOf(DayOfWeek.class), 1320, 1440, holidays());
                });
    }

    private List<Holiday> holidays() {
        List<Holiday> holidays = new ArrayList<>();
        for (int i = dice.below(5); i > 0; i--) {
            Instant known = features.contains(Feature.LATE_HOLIDAY) && dice.oneIn(2)
                    ? dice.moment(day.minusDays(2), 16, zone)
                    : Instant.MIN;
            LocalDate on = day.plusDays(dice.below(16));
            if (holidays.stream().noneMatch(one -> one.on().equals(on))) {
                holidays.add(new Holiday(on, "holiday " + i, known));
            }
        }
        return holidays;
    }

    private List<Contract> versions(RandomClauses clauses) {
        List<Contract> versions = new ArrayList<>();
        boolean isBetter = features.contains(Feature.BETTER_FOR_RESIDENT);
        boolean isAmended = isBetter || features.contains(Feature.NEW_VERSION);
        LocalDate change = isAmended ? day.plusDays(dice.below(10)) : null;
        LocalDate from = dice.oneIn(6) ? day.plusDays(dice.below(3)) : day.minusDays(dice.between(40, 500));
        if (change != null && !from.isBefore(change)) {
            from = change.minusDays(30);
        }
        List<Clause> first = clauses.some();
        versions.add(contract(1, from, change, false, first));
        if (change != null) {
            versions.add(
                    contract(2, change, dice.oneIn(4) ? change.plusDays(30) : null, isBetter, clauses.amended(first)));
        }
        return versions;
    }

    private Contract contract(
            int version,
            LocalDate from,
            @org.jspecify.annotations.Nullable LocalDate until,
            boolean isBetter,
            List<Clause> clauses) {
        return new Contract(
                "plains-farm",
                version,
                zone,
                from,
                until,
                Currency.getInstance("GBP"),
                isBetter ? Contract.Transition.BETTER_FOR_RESIDENT : Contract.Transition.AT_REPORT,
                Map.of("office", calendars.get(0), "always", calendars.get(1), "odd", calendars.get(2)),
                Map.of("council", COUNCIL, "homes", HOMES, "residents", RESIDENTS, "panel", PANEL),
                clauses);
    }
}
