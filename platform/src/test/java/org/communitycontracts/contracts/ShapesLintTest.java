package org.communitycontracts.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each example of the guide with one thing wrong in it: the place, and what is said. */
class ShapesLintTest {

    @ParameterizedTest(name = "{1}: {3} instead of {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            24:92 | choices | 2 to 10 working days | 10 to 2 working days | The range `10 to 2 working days` does not run from less to more. Write the smaller number first, for example `2 to 5 working days`.
            24:92 | choices | 2 to 10 working days | 5 to 5 working days | does not run from less to more
            28:11 | choices | {otherwise: 8 weeks} | {when: {area: [New Town]}, allow: 8 weeks} | The last of these choices is not for all other cases. Add one more choice at the end, for example `{otherwise: 5 working days}`, or `{otherwise: nothing}`.
            23:11 | choices | {when: {facts: {depth_mm: {at_least: 100}}}, allow: 24 hours, calendar: always} | {otherwise: 24 hours} | `otherwise` is for all cases left, so the choices after it can never be reached. Put it last.
            28:11 | choices | {otherwise: 8 weeks} | {when: {area: [New Town]}, otherwise: 8 weeks} | `otherwise` is for all cases left and says the time itself.
            23:11 | choices | {when: {facts: {depth_mm: {at_least: 100}}}, allow: 24 hours, calendar: always} | {allow: 24 hours} | A choice says for which cases it is, and which time they are allowed.
            24:11 | choices | {at_least: 40, less_than: 100}, road: [a, b]} | {more_than: 120}} | This choice can never be reached: the one in line 23 is taken for all its cases. Put it before that one, or leave it out.
            24:11 | choices | {when: {facts: {depth_mm: {at_least: 100}}}, allow | {when: {}, allow | This choice can never be reached: the one in line 23
            40:11 | choices | {weekday: [sat, sun], between: "22:00-06:00"} | {weekday: [sat], day: working} | This choice can never be reached: the one in line 39
            24:37 | choices | {at_least: 40, less_than: 100} | {at_least: 40, less_than: 40} | No number keeps all these limits.
            40:49 | choices | "22:00-06:00" | "22:00-22:00" | This time of day ends when it begins.
            46:43 | choices | {fact: collected_at, at_most: 48 hours} | {fact: collected_at} | This time since a moment does not say how long.
            46:43 | choices | at_most: 48 hours} | at_most: 48 hours, more_than: 1 hour} | This time since a moment gives two answers: `at_most` and `more_than`.
            23:83 | choices | allow: 24 hours, calendar: always | allow: 24 hours, calendar: alway | There is no calendar called `alway` in this contract. Did you mean `always`?
            22:14 | clocks | {id: write | {id: inspect | Another clock of this clause is called `inspect`, in line 21. Give each clock a name of its own.
            22:9 | clocks | start: inspected, stop: written | start: [became_aware, reported], stop: inspected | The clocks `inspect` and `write` give two answers for one case: the same start and the same stop.
            21:30 | clocks | start: [reported, became_aware] | start: written | The clock `inspect` can never start: it waits for a clock that waits for it. Let one of them start with an event that stops no clock of this clause, such as `reported`.
            23:103 | clocks | repeat_until: closed | repeat_until: updated | The event `updated` both stops the clock and ends the repetition.
            23:119 | clocks | duplicates: separate} | reopen: {within: 1 working day}} | This clock starts anew with each stop, so there is nothing to reopen. Leave out `reopen` or `repeat_until`.
            30:17 | clocks | clock: {start: reported, stop: removed | clock: {id: one, start: reported, stop: removed | A clause with one clock gives it no name.
            32:5 | clocks | strength: none | strength: aim | Here is a clause whose duty is `respond`, and it does not say what is done. Add `clock` or `clocks`.
            31:13 | clocks | target: {percentile: 90, over: month, within: 3 working days} | remedy: [{kind: apology}] | From an aim nothing follows, so it has no remedy.
            30:5 | clocks | strength: aim | strength: none | So `clock` says nothing
            37:5 | clocks | strength: none | strength: none\\n    target: {share: 90, over: month} | This clause promises nothing that could be checked: its strength is `none`. So `target` says nothing.
            19:15 | clocks | strength: guarantee | strength: target | This promise is a target, but no share stands in it.
            42:12 | clocks | clock: {start: asked_resident | grade: {scale: [A, B], at_least: A, share: 1, over: week}\\n    clock: {start: asked_resident | This clause gives two answers: `grade` and `clock`. Keep one of the two.
            22:19 | exclusions | because: strike | because: severe_weather | `severe_weather` stands here twice, with two answers: pause and extend. Keep one of the two.
            20:78 | exclusions | decided_by: panel | decided_by: pannel | There is no party called `pannel` in this contract. Did you mean `panel`?
            21:78 | exclusions | by: council} | by: parish} | There is no party called `parish` in this contract.
            20:56 | exclusions | effect: void, needs: evidence | effect: void, needs: told | `told` cannot bear out `void`. Write `evidence`, `declared_notice` or `facts`.
            26:9 | exclusions | effect: switch, to: 25 working days | effect: switch | This exclusion switches to another time, but does not say which. Add for example `to: 25 working days`.
            20:66 | exclusions | decided_by: panel | to: 5 working days | `to` says nothing beside `void`. Leave it out.
            20:66 | exclusions | decided_by: panel | at_most: 5 working days | `at_most` says nothing beside `void`.
            27:9 | exclusions | needs: facts, when: {since: {fact: broke_at, more_than: 7 days}} | needs: facts | This exclusion rests on the facts of the report, but does not say which.
            21:86 | exclusions | needs: declared_notice, by: council | needs: declared_notice, decided_by: panel | A notice is declared for all and not decided case by case.
            17:12 | rhythms | period: 2 weeks, anchor: 2026-01-05, count: 1, max_gap: 21 days, | anchor: 2026-01-05, | This rhythm says neither how long a period is nor how long a gap may be.
            26:12 | rhythms | period: 1 month, anchor: 2026-01-31, count: 1, at_most: 3, | period: 1 month, anchor: 2026-01-31, | This rhythm does not say how often it is done in each period. Add for example `count: 1`.
            26:69 | rhythms | at_most: 3 | at_most: 0 | `at_most` is 0, less than `count`, which is 1. Write 1 or more.
            38:59 | rhythms | anchor: 2026-01-05}\\n    evidence: list | anchor: 2026-01-05, count: 2}\\n    evidence: list | `count` says nothing without a `period`.
            38:22 | rhythms | {max_gap: 3 months | {max_gap: 9 working days | `9 working days` counts working time, but no calendar is named here. Add for example `calendar: office`.
            20:33 | rhythms | because: snow, effect: extend | because: snow, effect: switch | `switch` has no meaning in a clause whose duty is `recur`.
            26:104 | rhythms | from: 04-01 | from: 04-31 | `04-31` is not a day of the year. Write month and day, for example `11-01` for 1 November.
            21:52 | measures | below: [1, 30, 60] | below: [1, 30] | Here stand 2 limits for a scale of 4 grades. Write 3: one for each grade but the last.
            21:60 | measures | below: [1, 30, 60] | below: [1, 30, 30] | These limits do not grow: 30 stands after 30.
            29:50 | measures | [4, 5, very_good] | [4, 5, dont_know] | The answer `dont_know` is both good and not counted.
            34:11 | measures | down: lift_out, up: lift_back | down: lift_out | This share of time does not say what is measured.
            34:11 | measures | up: lift_back | up: lift_back, counted: shift, part: a, whole: b | This share of time gives two answers
            34:32 | measures | up: lift_back | up: lift_out | The event `lift_out` has two meanings here.
            35:26 | measures | {share: 99, over: month} | {percentile: 99, over: month} | A share of time has no percentile.
            35:46 | measures | {share: 99, over: month} | {share: 99, over: month, within: 1 day} | This target speaks of a time, but the clause has no clock.
            51:78 | measures | cancelled: appointment_cancelled | cancelled: visited | The event `visited` has two meanings here.
            57:122 | measures | calendar: office} | cancelled: x} | The key `cancelled` stands here a second time
            51:109 | measures | notice: 24 hours, calendar: always | notice: 24 working hours | `24 working hours` counts working time, but no calendar is named here.
            47:5 | measures | calendar: always}\\n  - id: visits | calendar: always}\\n    target: {share: 90, over: month}\\n  - id: visits | `target` says nothing in a clause whose duty is `rolling_count`.
            5:11 | remedies | currency: GBP | currency: GPB | `GPB` is not a currency. Did you mean `GBP`?
            5:11 | remedies | currency: GBP | currency: XAU | `XAU` is not a currency.
            26:19 | remedies | at_least: "10.00" | at_least: "10" | `10` is not an amount of GBP. Write it with 2 decimals, for example `"10.00"`.
            27:18 | remedies | at_most: "80.00" | at_most: "9.00" | `at_most` is 9.00, less than `at_least`, which is 10.00. Write 10.00 or more.
            27:18 | remedies | at_most: "80.00" | at_most: "44.00" | `at_most` is 44.00, less than `first`, which is 45.00.
            28:27 | remedies | per_report: "100.00" | per_report: "44.99" | `per_report` is 44.99, less than `first`, which is 45.00.
            28:74 | remedies | per_clause: "5000.00" | per_clause: "199.99" | `per_clause` is 199.99, less than `per_household`, which is 200.00.
            28:99 | remedies | per_contract: "9000.00" | per_contract: "4999.99" | `per_contract` is 4999.99, less than `per_clause`, which is 5000.00.
            24:61 | remedies | from: 2026-07-02 | from: 2026-01-05 | Two amounts hold from 2026-01-05 on.
            32:18 | remedies | percent: 60 | percent: 50 | The parts of those who pay make up 90 in 100. Write parts that make up 100.
            32:58 | remedies | party: homes | party: council | `council` stands in this list twice.
            36:13 | remedies | {when: {facts: {severity: [high]}}, kind: put_right | {kind: put_right | This rung asks for no grounds, so those after it can never be reached.
            35:9 | remedies | - ladder: | - kind: meeting\\n        ladder: | `kind` says nothing beside a ladder.
            41:35 | remedies | {kind: extra_service} | {kind: extra_service, to: fund} | `to` speaks of money, but this remedy is `extra_service`.
            41:9 | remedies | {kind: extra_service} | {within: 1 day} | Here is a remedy without `kind`.
            52:23 | remedies | claim: on_claim | claim: automatic | This money comes by itself, so there is no time to claim it in.
            53:35 | remedies | {after: 3 days, amount: "4.00"} | {amount: "4.00"} | This step does not come later than the one before it.
            53:43 | remedies | after: 3 days | after: 3 working days | `3 working days` counts working time, but the clause names no calendar. Add for example `calendar: office` to this remedy.
            55:30 | remedies | cap: {per_report: "20.00"}\\n        to: everyone_affected | cap: {per_household: "20.00"}\\n        to: person | so a limit for one household says nothing
            37:32 | remedies | {late_by: 10 working days, kind: meeting | {again: {breaches: 1, in: 1 month}, kind: meeting | `1` is not a number of cases. Write a whole number, 2 or more.
            25:40 | remedies | per: 1 day | per: next visit | `next visit` is not a length of time.
            53:43 | remedies | after: 3 days | after: end of the next working day | `end of the next working day` is not a length of time.
            37:23 | remedies | late_by: 10 working days | late_by: next visit | `next visit` is not a length of time.
            37:63 | remedies | kind: meeting, within: 20 working days | kind: meeting, within: promised date | `promised date` is not a length of time.
            29:21 | remedies | pay_within: 10 working days | pay_within: promised date | `promised date` is not a length of time.
            52:23 | remedies | claim_within: 3 months | claim_within: promised date | `promised date` is not a length of time.
            38:39 | remedies | in: 6 months | in: next visit | `next visit` is not a stretch of time.
            47:21 | remedies | period: 1 week | period: 24 hours | `24 hours` is not the length of a period.
            46:47 | measures | in: 12 months | in: promised date | `promised date` is not a stretch of time.
            31:51 | clocks | over: month, within: 3 working days | over: month, within: promised date | `promised date` is not a length of time.
            """)
    void oneThingWrongIsToldWithItsPlace(String place, String example, String instead, String written, String fault) {
        String yaml = Examples.changed(example, lines(instead), lines(written));
        assertThat(Examples.faults(yaml))
                .anySatisfy(told -> assertThat(told)
                        .startsWith("plains-farm.yaml:" + place + ": ")
                        .contains(fault));
    }

    private static String lines(String cell) {
        return cell.replace("\\n", "\n");
    }

    @Test
    void whatResidentsDoMustBeShownToo() {
        String yaml = Examples.plainsFarm().replace("    evidence: litter_pick_held\n", "");
        assertThat(Examples.faults(yaml))
                .singleElement()
                .asString()
                .endsWith(
                        "Nothing here shows that it was done. Add the event that shows it, for example `evidence: swept`.");
    }

    @Test
    void anExtensionInWorkingTimeNeedsACalendar() {
        String yaml = Examples.changed(
                "rhythms",
                "{because: snow, effect: extend, needs: declared_notice}",
                "{because: snow, effect: extend, needs: declared_notice, at_most: 2 working days}");
        assertThat(Examples.faults(yaml)).isEmpty();
        assertThat(Examples.faults(
                        yaml.replace(", calendar: office}\n    evidence: [swept", "}\n    evidence: [swept")))
                .singleElement()
                .asString()
                .contains("`2 working days` counts working time, but the clause names no calendar.");
    }

    @Test
    void residentsOweNoMoneyForAPledge() {
        String yaml = Examples.guide("rhythms") + "    remedy: [{kind: money, first: \"1.00\"}]\n";
        assertThat(Examples.faults(yaml))
                .singleElement()
                .asString()
                .contains("Residents owe no money for a promise of theirs.");
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            facts: {road: [a, b]}            | facts: {road: [c]}
            facts: {depth_mm: {less_than: 40}} | facts: {depth_mm: {at_least: 40}}
            facts: {depth_mm: {at_most: 40}} | facts: {depth_mm: {more_than: 40}}
            facts: {depth_mm: {less_than: 40}} | facts: {depth_mm: ["40", "50"]}
            season: {from: 11-01, to: 04-30} | season: {from: 05-01, to: 10-31}
            weekday: [sat, sun]              | weekday: [mon, tue]
            between: "22:00-06:00"           | between: "06:00-22:00"
            day: working                     | day: not_working
            area: [North]                    | area: [South]
            since: {fact: x, at_most: 2 days} | since: {fact: x, more_than: 2 days}
            """)
    void whatPlainlyPartsTwoClausesLetsBothStand(String one, String other) {
        assertThat(Examples.faults(twoClauses(one, other))).isEmpty();
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            facts: {road: [a, b]}            | facts: {road: [b, c]}
            facts: {road: [a, b]}            | facts: {street: [c]}
            facts: {depth_mm: {at_most: 40}} | facts: {depth_mm: {at_least: 40}}
            season: {from: 11-01, to: 04-30} | season: {from: 04-30, to: 10-31}
            weekday: [sat, sun]              | weekday: [sun, mon]
            between: "22:00-06:00"           | between: "05:59-22:00"
            day: working                     | weekday: [mon]
            since: {fact: x, at_most: 2 days} | since: {fact: x, more_than: 1 day}
            count: {event: reported, at_least: 3, in: 6 months} | season: {from: 01-01, to: 12-31}
            """)
    void whatDoesNotPlainlyPartTwoClausesIsRefused(String one, String other) {
        assertThat(Examples.faults(twoClauses(one, other)))
                .singleElement()
                .asString()
                .startsWith(
                        "plains-farm.yaml:48:9: The clauses `missed-bin` (line 42) and `twin` give two answers for one case");
    }

    private static String twoClauses(String one, String other) {
        String clause =
                Examples.guide("choices").substring(Examples.guide("choices").indexOf("  - id: missed-bin"));
        String whole = Examples.guide("choices") + clause.replace("id: missed-bin", "id: twin");
        String when = "category: [missed-bin], since: {fact: collected_at, at_most: 48 hours}";
        int first = whole.indexOf(when);
        int second = whole.lastIndexOf(when);
        return whole.substring(0, first)
                + one
                + whole.substring(first + when.length(), second)
                + other
                + whole.substring(second + when.length());
    }

    @Test
    void twoClocksOfOneClauseAndOneOfAnotherAnswerOneCaseToo() {
        String yaml = Examples.guide("clocks")
                .replace("when: {category: [graffiti]}", "when: {category: [damp]}")
                .replace("clock: {start: reported, stop: removed", "clock: {start: inspected, stop: written");
        assertThat(Examples.faults(yaml))
                .singleElement()
                .asString()
                .contains("The clauses `damp` (line 14) and `graffiti` give two answers for one case");
    }

    @Test
    void oneCauseMayHaveTwoEffectsForCasesThatAreParted() {
        String yaml = Examples.changed(
                        "exclusions",
                        "{because: strike, effect: extend, needs: declared_notice}",
                        "{because: severe_weather, effect: extend, needs: declared_notice, when: {season: {from: 06-01, to: 08-31}}}")
                .replace("by: council}\n", "by: council, when: {season: {from: 11-01, to: 02-28}}}\n");
        assertThat(Examples.faults(yaml)).isEmpty();
    }

    @Test
    void whatDeservesASecondLookIsAdvised() {
        assertThat(advice(Examples.guide("clocks")))
                .containsExactly(
                        "plains-farm.yaml:35:11: Nobody can check whether `as soon as operationally possible` was kept: this"
                                + " promise is shown as one that cannot be measured. Agree a time, and write it as a `clock`.");
        assertThat(advice(Examples.changed("clocks", "start: inspected", "start: inspectd")))
                .contains(
                        "plains-farm.yaml:22:28: No clock of this clause stops with `inspectd`. Did you mean `inspected`?");
        assertThat(advice(Examples.changed("exclusions", "needs: told, at_most: 3 working days", "needs: told")))
                .containsExactly(
                        "plains-farm.yaml:25:9: The time can be lengthened without end, just by saying so. Add for"
                                + " example `at_most: 10 working days`.");
        assertThat(advice(Examples.changed(
                        "remedies", "{kind: apology, within", "{late_by: 1 day, kind: apology, within")))
                .containsExactly(
                        "plains-farm.yaml:39:13: The last rung of this ladder asks for grounds too, so some breaches"
                                + " get nothing. Add a rung without grounds at the end, for example `{kind: apology}`.");
        assertThat(advice(Examples.changed("choices", "allow: 24 hours, calendar: always", "allow: 24 hours")))
                .singleElement()
                .asString()
                .startsWith("plains-farm.yaml:23:63: `24 hours` runs day and night");
    }

    @Test
    void theExamplesOfTheGuideNeedNoOtherAdvice() {
        for (String example : List.of("choices", "exclusions", "rhythms", "measures", "remedies")) {
            assertThat(advice(Examples.guide(example))).as(example).isEmpty();
        }
    }

    private static List<String> advice(String yaml) {
        return Examples.read(yaml).advice().stream().map(Fault::toString).toList();
    }
}
