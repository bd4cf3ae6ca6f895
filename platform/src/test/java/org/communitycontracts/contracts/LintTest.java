package org.communitycontracts.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintTest {
    @ParameterizedTest(name = "{0} instead of {1}")
    @CsvSource(delimiter = '|', textBlock = """
            stop: reported                | stop: fixed                | both starts the clock and stops the clock
            [withdrawn, fixed]            | [withdrawn, not_in_area]   | both stops the clock and takes the case out of the count
            [{from: withdrawn,            | [{from: asked_resident,    | both takes the case out of the count and begins a pause
            to: asked_resident, at_most   | to: resident_replied, at_most | This pause ends with the event it begins with.
            {because: withdrawn, effect: pause | {because: access_refused, effect: void | already takes the case out of the count
            because: access_refused, effect: pause | because: severe_weather, effect: pause | two answers: void and pause
            at: due + 4 working days      | at: "80%"                  | comes before the step above it
            {over: quarter, min_count: 10} | {share: 95, over: quarter, min_count: 10} | This target names no share.
            {share: 95, percentile: 90, over | {share: 95, over         | two answers: a share and a percentile
            kind: apology, first: "1.00", | kind: apology,             | `first` speaks of money, but this remedy is `apology`.
            "9.00", per_household         | "30.00", per_household     | `per_report` is 9.00, less than `first`, which is 10.00.
            per_household: "29.00"        | per_household: "60.00"     | `per_household` is 29.00, less than `per_report`
            until: 2026-04-01             | until: 2027-04-01          | ends on 2026-04-01, before it has begun
            id: flytip                    | id: sweep                  | Another clause is called `flytip`, in line 15.
            zone: Etc/GMT+1               | zone: Europe/London        | `Etc/GMT+1` is not a time zone.
            """)
    void whatOnePartDemandsOfAnotherIsHeld(String written, String instead, String fault) {
        assertThat(Examples.faults(Examples.changed(instead, written)))
                .anySatisfy(told -> assertThat(told).contains(fault));
    }

    @Test
    void aKeyThatItsDutyDoesNotHaveIsRefused() {
        String stray = "evidence: swept\n    clock: {start: a, stop: b, within: 1 day, calendar: office}";
        assertThat(Examples.faults(Examples.changed("evidence: swept", stray)))
                .containsExactly(
                        "plains-farm.yaml:55:5: `clock` says nothing in a clause whose duty is `recur`. Leave it out, or"
                                + " write another duty.");
    }

    @Test
    void twoClausesThatAnswerForOneCaseAreRefused() {
        String yaml = Examples.plainsFarm()
                .replace("when: {category: [danger]}", "when: {category: [danger, flytip]}")
                .replace("stop: made_safe", "stop: fixed");
        assertThat(Examples.faults(yaml))
                .containsExactly(
                        "plains-farm.yaml:67:9: The clauses `flytip` (line 15) and `hotline` give two answers for one"
                                + " case: the same start, the same stop, and reports that both cover. Part them by `when: category` or"
                                + " `when: area`, or keep one.");
    }

    @Test
    void twoClausesForDifferentAreasAnswerForDifferentCases() {
        String yaml = Examples.plainsFarm()
                .replace("when: {category: [danger]}", "when: {category: [flytip], area: [North]}")
                .replace("when: {category: [flytip]}", "when: {category: [flytip], area: [South]}")
                .replace("stop: made_safe", "stop: fixed");
        assertThat(Examples.faults(yaml)).isEmpty();
    }

    @Test
    void twoClocksForOneReportMayStopAtDifferentEvents() {
        assertThat(Examples.faults(Examples.changed("category: [danger]", "category: [flytip]")))
                .isEmpty();
    }

    @Test
    void hoursUnderAnOfficeCalendarAreAdvisedOnAndNotRefused() {
        assertThat(advice(Examples.changed("within: 24 hours, calendar: always", "within: 24 hours, calendar: office")))
                .contains(
                        "plains-farm.yaml:72:55: `24 hours` runs day and night, whatever the calendar. If you mean hours in"
                                + " which the calendar is open, write `24 working hours`.");
    }

    @Test
    void aPromiseLongerThanItsVersionIsAdvisedOn() {
        assertThat(advice(Examples.changed("within: 5 working days", "within: 13 months")))
                .contains("plains-farm.yaml:23:15: `13 months` is longer than this version is in force, from 2026-04-01"
                        + " to 2027-04-01. That is right only when another version follows.");
    }

    @Test
    void theExampleNeedsNoAdvice() {
        assertThat(advice(Examples.plainsFarm())).isEmpty();
    }

    private static List<String> advice(String yaml) {
        return Examples.read(yaml).advice().stream().map(Fault::toString).toList();
    }
}
