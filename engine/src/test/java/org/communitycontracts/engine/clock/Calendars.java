package org.communitycontracts.engine.clock;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The calendars that the tests share: offices of England and Scotland from 9am to 5pm, and day and night. */
public final class Calendars {
    public static final ZoneId LONDON = ZoneId.of("Europe/London");
    public static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(MONDAY, FRIDAY);
    public static final Calendar OFFICE =
            new Calendar("office", LONDON, WEEKDAYS, 9 * 60, 17 * 60, Holidays.ENGLAND_AND_WALES);
    public static final Calendar SCOTTISH_OFFICE =
            new Calendar("scottish_office", LONDON, WEEKDAYS, 9 * 60, 17 * 60, Holidays.SCOTLAND);
    public static final Calendar ALWAYS =
            new Calendar("always", LONDON, EnumSet.allOf(DayOfWeek.class), 0, 24 * 60, List.of());

    private Calendars() {}
}
