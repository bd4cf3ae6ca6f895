package org.communitycontracts.engine.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitycontracts.engine.clock.Calendars.ALWAYS;
import static org.communitycontracts.engine.clock.Calendars.SCOTTISH_OFFICE;
import static org.communitycontracts.engine.judging.PlainsFarm.flytip;
import static org.communitycontracts.engine.judging.PlainsFarm.judge;
import static org.communitycontracts.engine.judging.PlainsFarm.only;
import static org.communitycontracts.engine.judging.PlainsFarm.verdicts;
import static org.communitycontracts.engine.judging.PlainsFarm.version;
import static org.communitycontracts.engine.judging.PlainsFarm.within;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.communitycontracts.engine.contract.Contract;
import org.junit.jupiter.api.Test;

/** The steps as a reader sees them, word for word. */
class ReasonsTest {
    private static final String LATER = "2026-12-01T00:00";
    private static final String CONTRACT =
            "Version 1 of the contract “plains-farm” was in force at the start. Clause “flytip” says: “We will clear fly-tipping within the time we promise.”";

    private final Story flytip = Story.reported("2026-05-18T09:00")
            .then("asked_resident", "2026-05-20T15:00")
            .resident("resident_replied", "2026-05-20T16:30")
            .then("fixed", "2026-06-03T12:00");

    @Test
    void aBrokenPromiseInWorkingDaysIsExplained() {
        assertThat(judge(within("5 working days"), flytip, LATER).why())
                .containsExactly(
                        CONTRACT,
                        "The clock started with “reported” on Monday 18 May 2026, 9am.",
                        "The day of the start, Monday 18 May, is not counted.",
                        "Tuesday 19, Wednesday 20, Thursday 21, Friday 22 and Tuesday 26 May are days 1 to 5.",
                        "Monday 25 May was a holiday, so it was not counted: Spring bank holiday.",
                        "The working day ends at 5pm.",
                        "From Wednesday 20 May, 3pm to 4.30pm the clock was on hold, “asked resident”: 1 working hour and 30 minutes. Only part of a day was on hold, so the last day does not move.",
                        "So the promise was to be kept by Tuesday 26 May, 5pm.",
                        "It was “fixed” on Wednesday 3 June, noon, 43 working hours late (5 full working days): the promise was not kept.",
                        "Time used: 89 working hours and 30 minutes, with 1 working hour and 30 minutes on hold taken out.");
    }

    @Test
    void aHoldThatCuresNothingIsNamedWithItsReason() {
        Story story = Story.reported("2026-06-02T11:00")
                .later("asked_resident", "2026-06-03T15:00", "2026-06-05T09:00")
                .resident("resident_replied", "2026-06-05T10:30")
                .then("fixed", "2026-06-05T15:00");
        assertThat(judge(within("16 working hours"), story, LATER).why())
                .contains(
                        "Only working hours count: Monday to Friday, 9am to 5pm. The promise allows 16 working hours.",
                        "The hold “asked resident” from Friday 5 June, 9am to 10.30am began after the time had run out, so it changes nothing. It was said to begin on Wednesday 3 June, 3pm, but a hold counts only from when it is written down.",
                        "So the promise was to be kept by Thursday 4 June, 11am.");
    }

    @Test
    void aClockChangeIsExplained() {
        Story story = Story.reported("2026-10-24T18:00").then("fixed", "2026-10-25T17:30");
        assertThat(judge(within("24 hours", ALWAYS), story, LATER).why())
                .contains(
                        "The promise allows 24 hours, counted as time passes, day and night.",
                        "The clocks went back on Sunday 25 October, so the time of day at the end is not that of the start.",
                        "It was “fixed” on Sunday 25 October, 5.30pm, 30 minutes late: the promise was not kept.");
    }

    @Test
    void aReopeningIsExplained() {
        Story story = Story.reported("2026-09-07T10:00")
                .then("fixed", "2026-09-09T10:00")
                .resident("reopened", "2026-09-14T09:00");
        assertThat(judge(within("24 working hours"), story, "2026-09-14T12:00").why())
                .contains(
                        "From Wednesday 9 September, 10am to Monday 14 September, 9am the case was thought to be closed, until it was reopened; that time is not counted: 23 working hours.",
                        "So there is time until Monday 14 September, 5pm.",
                        "By Monday 14 September, noon it was not “fixed”, and there was still time: it is not yet known whether the promise will be kept.");
    }

    @Test
    void aHolidayProclaimedTooLateIsNamed() {
        Story story = new Story()
                .tell("reported", "2026-06-11T10:00", "2026-01-01T00:00", "residents", Map.of("category", "flytip"));
        assertThat(judge(within("3 working days", SCOTTISH_OFFICE), story, "2026-06-19T00:00", "2026-01-31T00:00")
                        .why())
                .contains(
                        "Friday 12, Monday 15 and Tuesday 16 June are days 1 to 3.",
                        "Monday 15 June (World Cup bank holiday) was made a holiday only on Friday 6 February, after this case was settled or this question asked, so it counts as a working day.");
    }

    @Test
    void theBetterOfTwoVersionsIsExplained() {
        Contract v1 = version(1, "2025-04-01", "2026-04-01", flytip(within("10 working days")));
        Contract v2 = version(
                2, "2026-04-01", null, Contract.Transition.BETTER_FOR_RESIDENT, flytip(within("5 working days")));
        assertThat(only(verdicts(Story.reported("2026-03-27T10:00"), LATER, LATER, v1, v2))
                        .why())
                .startsWith(
                        "Version 2 of the contract “plains-farm” came into force while the clock of the version before was running. Clause “flytip” says: “We will clear fly-tipping within the time we promise.”",
                        "Versions 2 and 1 were compared, because the newer one gives residents the better of the two. Under version 1 the time would end at Tuesday 14 April, 5pm, which is no earlier.",
                        "The entry was “reported” on Friday 27 March 2026, 10am; this version’s clock started when it came into force, on Wednesday 1 April 2026, midnight at the start of the day.");
    }

    @Test
    void aLongClockIsToldInAFewSteps() {
        List<String> why = judge(within("200 working days"), Story.reported("2026-06-05T19:40"), LATER)
                .why();
        assertThat(why)
                .hasSizeLessThan(15)
                .contains(
                        "Friday 5 June, 7.40pm was outside working hours, so Monday 8 June, the next working day, is taken as the day of the start, which is not counted.",
                        "The 200 working days run from Tuesday 9 June, day 1, to Friday 19 March 2027, day 200.")
                .allMatch(step -> step.length() < 300);
    }

    @Test
    void theWordsAreTheSameOnAMachineThatSpeaksAnotherLanguage() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Verdict here = judge(within("5 working days"), flytip, LATER);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
            assertThat(judge(within("5 working days"), flytip, LATER)).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
