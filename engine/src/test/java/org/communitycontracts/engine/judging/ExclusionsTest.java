package org.communitycontracts.engine.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitycontracts.engine.clock.Calendars.OFFICE;
import static org.communitycontracts.engine.contract.Exclusion.Effect.EXTEND;
import static org.communitycontracts.engine.contract.Exclusion.Effect.PAUSE;
import static org.communitycontracts.engine.contract.Exclusion.Effect.SWITCH;
import static org.communitycontracts.engine.contract.Exclusion.Effect.VOID;
import static org.communitycontracts.engine.contract.Exclusion.Needs.AGREEMENT;
import static org.communitycontracts.engine.contract.Exclusion.Needs.DECLARED_NOTICE;
import static org.communitycontracts.engine.contract.Exclusion.Needs.EVIDENCE;
import static org.communitycontracts.engine.contract.Exclusion.Needs.FACTS;
import static org.communitycontracts.engine.contract.Exclusion.Needs.TOLD;
import static org.communitycontracts.engine.judging.PlainsFarm.allowance;
import static org.communitycontracts.engine.judging.Terrace.MUCH_LATER;
import static org.communitycontracts.engine.judging.Terrace.all;
import static org.communitycontracts.engine.judging.Terrace.clause;
import static org.communitycontracts.engine.judging.Terrace.clock;
import static org.communitycontracts.engine.judging.Terrace.contract;
import static org.communitycontracts.engine.judging.Terrace.exclusion;
import static org.communitycontracts.engine.judging.Terrace.notice;
import static org.communitycontracts.engine.judging.Terrace.office;
import static org.communitycontracts.engine.judging.Terrace.verdict;
import static org.communitycontracts.engine.judging.Verdict.State.BREACHED;
import static org.communitycontracts.engine.judging.Verdict.State.MET;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Exclusion;
import org.communitycontracts.engine.contract.When;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every kind of exclusion (S16). A report on Tuesday 2 June 2026 at 11am, 3 working days, is due on Friday 5 June at 5pm, 16:00Z.
 */
class ExclusionsTest {
    private static final Map<String, String> PHOTO = Map.of("evidence", "photo");

    private final Story report = Story.reported("2026-06-02T11:00");

    @Nested
    class TakesACaseOut {
        private final Exclusion access = exclusion("access_refused", VOID, EVIDENCE);

        @ParameterizedTest
        @CsvSource({
            "2026-06-04T10:00, photo, council, VOID",
            "2026-06-04T10:00, , council, BREACHED", // nothing bears it out
            "2026-06-04T10:00, photo, residents, VOID", // anybody may say so
            "2026-06-09T10:00, photo, council, VOID", // an excuse after the time had run out, before it was fixed
            "2026-06-10T12:00, photo, council, VOID", // as it was fixed
            "2026-06-10T12:01, photo, council, BREACHED" // it came after the fix
        })
        void withEvidence(String at, @Nullable String evidence, String by, Verdict.State state) {
            report.tell("access_refused", at, at, by, evidence == null ? Map.of() : Map.of("evidence", evidence))
                    .then("fixed", "2026-06-10T12:00");
            assertThat(verdict(with(access), report).state()).isEqualTo(state);
        }

        @Test
        void andSaysWhoHadToShowItAndWhatBoreItOut() {
            report.tell("access_refused", "2026-06-04T10:00", "2026-06-04T10:00", "council", PHOTO);
            Verdict verdict = verdict(with(access), report);
            assertThat(verdict.stopped()).isNull();
            assertThat(verdict.used()).isEqualTo(15 * 3600);
            assertThat(verdict.why())
                    .endsWith(
                            "The contract says that “access refused” takes a case out of the count when there is evidence. It helps “council”, so it was for “council” to show it: evidence was given for Thursday 4 June, 10am.",
                            "So the promise was to be kept by Friday 5 June, 5pm.",
                            "So this case is not counted.");
        }

        @Test
        void andWithoutEvidenceSaysWhatWasLacking() {
            report.then("access_refused", "2026-06-04T10:00");
            assertThat(verdict(with(access), report).why())
                    .contains(
                            "The reason “access refused” was claimed by “council” on Thursday 4 June, 10am, but without the evidence that the contract asks for, so it changes nothing.");
        }

        @ParameterizedTest
        @CsvSource({
            "exclusion_accepted, panel, VOID",
            "exclusion_accepted, residents, BREACHED", // it is for the panel
            "exclusion_accepted, council, BREACHED",
            "exclusion_refused, panel, BREACHED",
            "nothing_said, panel, BREACHED"
        })
        void onceTheDecidingPartyAcceptsIt(String event, String by, Verdict.State state) {
            report.tell("access_refused", "2026-06-04T10:00", "2026-06-04T10:00", "council", PHOTO)
                    .tell(event, "2026-06-20T10:00", "2026-06-20T10:00", by, because("access_refused"));
            Exclusion decided = new Exclusion("access_refused", VOID, EVIDENCE, null, "panel", null, null, When.ALWAYS);
            assertThat(verdict(with(decided), report).state()).isEqualTo(state);
            assertThat(PlainsFarm.only(Terrace.verdicts(with(decided), report, "2026-06-19T10:00"))
                            .state())
                    .isEqualTo(BREACHED);
        }

        @ParameterizedTest
        @CsvSource({
            "exclusion_refused, residents, BREACHED",
            "exclusion_refused, panel, BREACHED",
            "exclusion_refused, council, VOID",
            "exclusion_refused, , VOID", // nobody is named
            "contested, residents, VOID" // a protest alone changes nothing
        })
        void unlessSomebodyElseThrowsItOut(String event, @Nullable String by, Verdict.State state) {
            Instant at = Story.london("2026-06-10T10:00");
            report.tell("access_refused", "2026-06-04T10:00", "2026-06-04T10:00", "council", PHOTO);
            var said = new Happening("r1", event, at, at, by, because("access_refused"));
            assertThat(verdict(with(access), "r1", all(report, said)).state()).isEqualTo(state);
        }

        @Test
        void andAProtestIsTold() {
            report.tell("access_refused", "2026-06-04T10:00", "2026-06-04T10:00", "council", PHOTO)
                    .tell("contested", "2026-06-05T10:00", "2026-06-05T10:00", "residents", because("access_refused"));
            assertThat(verdict(with(access), report).why())
                    .anyMatch(step -> step.endsWith(
                            " It was contested by “residents” on Friday 5 June, 10am, but was not thrown out."));
        }

        @ParameterizedTest
        @CsvSource({
            "2026-05-31, 2026-06-03, VOID", // it held when the report was made
            "2026-06-05, 2026-06-08, VOID",
            "2026-06-06, 2026-06-09, BREACHED", // the time had run out
            "2026-05-30, 2026-06-02, BREACHED" // it was over
        })
        void byANotice(String from, String until, Verdict.State state) {
            assertThat(verdict(
                                    with(exclusion("flood", VOID, DECLARED_NOTICE)),
                                    "r1",
                                    all(report, notice("flood", from, until, "2026-05-29T06:00")))
                            .state())
                    .isEqualTo(state);
        }

        @ParameterizedTest
        @CsvSource({
            "residents, 2026-06-05T17:00:00, VOID",
            "residents, 2026-06-05T17:00:01, BREACHED",
            "council, 2026-06-04T10:00:00, BREACHED"
        })
        void byAgreementBeforeTheTimeHasRunOut(String by, String at, Verdict.State state) {
            report.tell("leave_it", at, at, by, Map.of());
            assertThat(verdict(with(exclusion("leave_it", VOID, AGREEMENT)), report)
                            .state())
                    .isEqualTo(state);
        }
    }

    @Nested
    class ByTheFactsAlone {
        private final When late = new When(
                Set.of(),
                Set.of(),
                Map.of(),
                null,
                Set.of(),
                null,
                null,
                new When.Since("collected_at", When.Than.MORE_THAN, allowance("48 hours")),
                null);
        private final Exclusion reportedLate =
                new Exclusion("reported_late", VOID, FACTS, null, null, null, null, late);

        /** Vector V27: a missed bin that was reported 50 hours after the collection waits for the next one. */
        @ParameterizedTest
        @CsvSource({
            "2026-05-31T09:00:00+01:00, VOID", // 50 hours before
            "2026-05-31T11:00:00+01:00, BREACHED", // 48 hours before
            "2026-05-31T10:59:59+01:00, VOID",
            "some day, BREACHED" // it cannot be read, so nothing shows that it was late
        })
        void theResidentsOwnSideWasNotMet(String collected, Verdict.State state) {
            Story bin = Story.reported("2026-06-02T11:00", Map.of("category", "flytip", "collected_at", collected));
            assertThat(verdict(with(reportedLate), bin).state()).isEqualTo(state);
        }

        @Test
        void andSaysSo() {
            Story bin = Story.reported(
                    "2026-06-02T11:00", Map.of("category", "flytip", "collected_at", "2026-05-31T09:00:00+01:00"));
            assertThat(verdict(with(reportedLate), bin).why())
                    .contains(
                            "The contract says that “reported late” takes a case out of the count when it started more than 48 hours after “collected at”. It helps “council”, so it was for “council” to show it: the report itself says so.",
                            "So this case is not counted.");
        }
    }

    @Nested
    class StopsTheClock {
        private final Exclusion weather = exclusion("severe_weather", PAUSE, DECLARED_NOTICE);

        @ParameterizedTest
        @CsvSource({
            "2026-06-03, 2026-06-05, 2026-06-03T06:00, 2026-06-09T16:00:00Z", // two whole days
            "2026-06-03, 2026-06-05, 2026-06-03T12:00, 2026-06-08T16:00:00Z", // declared at noon: only Thursday is
            // whole
            "2026-06-03, 2026-06-05, 2026-06-05T00:00, 2026-06-05T16:00:00Z", // declared when it was over
            "2026-06-06, 2026-06-10, 2026-06-01T12:00, 2026-06-05T16:00:00Z", // after the time had run out
            "2026-05-25, 2026-06-02, 2026-05-25T06:00, 2026-06-05T16:00:00Z", // over before the report
            "2026-05-25, 2026-06-03, 2026-05-25T06:00, 2026-06-05T16:00:00Z", // the rest of the day of the report is no
            // whole day
            "2026-06-01, 2026-06-04, 2026-06-01T06:00, 2026-06-08T16:00:00Z"
        })
        void byANoticeForWholeLocalDays(String from, String until, String declared, Instant due) {
            assertThat(verdict(with(weather), "r1", all(report, notice("severe_weather", from, until, declared)))
                            .due())
                    .isEqualTo(due);
        }

        /** Found by seed 10565: such a day moves the due moment too where the case is fixed in it, even as it is reported. */
        @ParameterizedTest
        @CsvSource({"2026-06-02T08:00", "2026-06-02T12:00", "2026-06-03T08:00"})
        void alsoWhereItIsFixedWithinSuchADay(String fixed) {
            Story early = Story.reported("2026-06-02T08:00").then("fixed", fixed);
            assertThat(verdict(
                                    with(weather),
                                    "r1",
                                    all(
                                            early,
                                            notice("severe_weather", "2026-06-02", "2026-06-03", "2026-06-01T06:00")))
                            .due())
                    .isEqualTo("2026-06-08T16:00:00Z");
        }

        @Test
        void andSaysSo() {
            Verdict verdict = verdict(
                    with(weather),
                    "r1",
                    all(report, notice("severe_weather", "2026-06-03", "2026-06-05", "2026-06-03T06:00")));
            assertThat(verdict.held()).isEqualTo(16 * 3600);
            assertThat(verdict.why())
                    .contains(
                            "From Wednesday 3 June, 6am to Friday 5 June, midnight at the start of the day the clock was on hold, “severe weather”: 16 working hours.",
                            "The contract says that “severe weather” stops the clock when a notice declares it. It helps “council”, so it was for “council” to show it: a notice was declared by “council” on Wednesday 3 June, 6am, which holds from Wednesday 3 June, 6am to the end of Thursday 4 June.");
        }

        @ParameterizedTest
        @CsvSource({
            "council, , 2026-06-09T16:00:00Z",
            "homes, , 2026-06-09T16:00:00Z", // any provider may, where the contract names none
            "residents, , 2026-06-05T16:00:00Z",
            "homes, council, 2026-06-05T16:00:00Z",
            "council, council, 2026-06-09T16:00:00Z"
        })
        void whenThePartyDeclaresItThatMay(String by, @Nullable String named, Instant due) {
            Exclusion exclusion =
                    new Exclusion("severe_weather", PAUSE, DECLARED_NOTICE, named, null, null, null, When.ALWAYS);
            assertThat(verdict(
                                    with(exclusion),
                                    "r1",
                                    all(
                                            report,
                                            notice(
                                                    "severe_weather",
                                                    "2026-06-03",
                                                    "2026-06-05",
                                                    "2026-06-03T06:00",
                                                    by)))
                            .due())
                    .isEqualTo(due);
        }

        @ParameterizedTest
        @CsvSource({
            "residents, 2026-06-03T06:00:00+01:00, 2026-06-05T16:00:00Z",
            "residents, 2026-06-03T05:00:00Z, 2026-06-05T16:00:00Z", // the same moment
            "residents, 2026-06-01T05:00:00Z, 2026-06-09T16:00:00Z", // another notice
            "homes, 2026-06-03T05:00:00Z, 2026-06-09T16:00:00Z"
        })
        void unlessTheNoticeIsThrownOut(String by, String declared, Instant due) {
            Instant at = Story.london("2026-06-10T10:00");
            var refused = new Happening(
                    null,
                    "exclusion_refused",
                    at,
                    at,
                    by,
                    Map.of("because", "severe_weather", "notice_declared", declared));
            assertThat(verdict(
                                    with(weather),
                                    "r1",
                                    all(
                                            report,
                                            notice("severe_weather", "2026-06-03", "2026-06-05", "2026-06-03T06:00"),
                                            refused))
                            .due())
                    .isEqualTo(due);
        }

        @Test
        void unitedWithOtherHolds() {
            report.then("asked_resident", "2026-06-03T09:00").resident("resident_replied", "2026-06-03T17:00");
            Verdict verdict = verdict(
                    with(weather),
                    "r1",
                    all(report, notice("severe_weather", "2026-06-03", "2026-06-05", "2026-06-03T06:00")));
            assertThat(verdict.held()).isEqualTo(16 * 3600);
            assertThat(verdict.due()).isEqualTo("2026-06-09T16:00:00Z");
        }

        @Test
        void onThroughAFixThatWasTakenBack() {
            report.then("fixed", "2026-06-03T12:00").resident("reopened", "2026-06-04T09:00");
            Verdict verdict = verdict(
                    with(weather),
                    "r1",
                    all(report, notice("severe_weather", "2026-06-03", "2026-06-06", "2026-06-03T06:00")));
            assertThat(verdict.held()).isEqualTo(24 * 3600);
            assertThat(verdict.due()).isEqualTo("2026-06-10T16:00:00Z");
        }

        @ParameterizedTest
        @CsvSource({
            "2026-06-03T00:00:00+01:00, 2026-06-05T00:00:00+01:00, 2026-06-02T12:00, photo, 2026-06-09T16:00:00Z",
            "2026-06-03T00:00:00+01:00, 2026-06-05T00:00:00+01:00, 2026-06-03T12:00, photo, 2026-06-08T16:00:00Z", // not back-dated
            "2026-06-03T00:00:00+01:00, 2026-06-05T00:00:00+01:00, 2026-06-02T12:00, , 2026-06-05T16:00:00Z",
            "2026-06-03T00:00:00+01:00, , 2026-06-02T12:00, photo, 2026-06-08T16:00:00Z", // over on Thursday at noon
            "soon, , 2026-06-02T12:00, photo, 2026-06-05T16:00:00Z"
        })
        void byEvidenceForTheTimeItNames(
                String from, @Nullable String until, String recorded, @Nullable String evidence, Instant due) {
            var facts = new TreeMap<>(Map.of("from", from));
            if (until != null) {
                facts.put("until", until);
            }
            if (evidence != null) {
                facts.put("evidence", evidence);
            }
            report.tell("no_parts", "2026-06-02T12:00", recorded, "council", facts)
                    .then("no_parts_over", "2026-06-04T12:00");
            assertThat(verdict(with(exclusion("no_parts", PAUSE, EVIDENCE)), report)
                            .due())
                    .isEqualTo(due);
        }

        @Test
        void neverLongerThanTheContractAllows() {
            Exclusion atMost = new Exclusion(
                    "no_parts", PAUSE, EVIDENCE, null, null, allowance("2 working days"), null, When.ALWAYS);
            report.tell("no_parts", "2026-06-02T17:00", "2026-06-02T17:00", "council", PHOTO);
            Verdict verdict = verdict(with(atMost), report);
            assertThat(verdict.due()).isEqualTo("2026-06-10T16:00:00Z");
            assertThat(verdict.holds().getFirst().to()).isEqualTo("2026-06-05T16:00:00Z");
        }
    }

    @Nested
    class GivesMoreTime {
        private final Exclusion told = extension("told_extension", TOLD);
        private final Exclusion agreed = extension("agreed_extension", AGREEMENT);

        @ParameterizedTest
        @CsvSource({
            "council, 5 working days, 2026-06-05T17:00:00, 2026-06-12T16:00:00Z",
            "council, 5 working days, 2026-06-05T17:00:01, 2026-06-05T16:00:00Z", // told too late
            "council, 15 working days, 2026-06-03T12:00:00, 2026-06-19T16:00:00Z", // no more than 10
            "council, , 2026-06-03T12:00:00, 2026-06-19T16:00:00Z", // as long as the contract allows
            "council, 3 days, 2026-06-03T12:00:00, 2026-06-08T23:00:00Z", // to the end of Monday
            "council, 30 days, 2026-06-03T12:00:00, 2026-06-19T16:00:00Z", // the shorter of the two
            "council, 4 hours, 2026-06-03T12:00:00, 2026-06-05T20:00:00Z",
            "council, a while, 2026-06-03T12:00:00, 2026-06-05T16:00:00Z", // nobody can tell how long
            "residents, 5 working days, 2026-06-03T12:00:00, 2026-06-05T16:00:00Z" // the resident tells nobody
        })
        void whenTheResidentIsTold(String by, @Nullable String length, String at, Instant due) {
            report.tell("told_extension", at, at, by, length == null ? Map.of() : Map.of("by", length));
            assertThat(verdict(with(told), report).due()).isEqualTo(due);
        }

        @ParameterizedTest
        @CsvSource({"residents, 2026-06-12T16:00:00Z", "council, 2026-06-05T16:00:00Z", "homes, 2026-06-05T16:00:00Z"})
        void whenTheResidentAgrees(String by, Instant due) {
            report.tell("agreed_extension", "2026-06-03T12:00", "2026-06-03T12:00", by, Map.of("by", "5 working days"));
            assertThat(verdict(with(agreed), report).due()).isEqualTo(due);
        }

        @Test
        void butForOneReasonNeverMoreThanTheContractAllowsInAll() {
            report.tell(
                            "told_extension",
                            "2026-06-03T12:00",
                            "2026-06-03T12:00",
                            "council",
                            Map.of("by", "6 working days"))
                    .tell(
                            "told_extension",
                            "2026-06-10T12:00",
                            "2026-06-10T12:00",
                            "council",
                            Map.of("by", "6 working days"))
                    .tell(
                            "told_extension",
                            "2026-06-11T12:00",
                            "2026-06-11T12:00",
                            "council",
                            Map.of("by", "6 working days"));
            Verdict verdict = verdict(with(told), report);
            assertThat(verdict.due()).isEqualTo("2026-06-19T16:00:00Z");
            assertThat(verdict.why())
                    .contains(
                            "The contract says that “told extension” gives more time, at most 10 working days in all, when the resident is told in time. It helps “council”, so it was for “council” to show it: the resident was told on Wednesday 3 June, noon. The time given was 6 working days, so the end moved from Friday 5 June, 5pm to Monday 15 June, 5pm.",
                            "The contract says that “told extension” gives more time, at most 10 working days in all, when the resident is told in time. It helps “council”, so it was for “council” to show it: the resident was told on Thursday 11 June, noon. All of that had been given, so it changes nothing.");
        }

        @Test
        void inTheTimeThatWasGivenBefore() {
            report.tell(
                            "told_extension",
                            "2026-06-03T12:00",
                            "2026-06-03T12:00",
                            "council",
                            Map.of("by", "2 working days"))
                    .tell(
                            "told_extension",
                            "2026-06-09T17:00",
                            "2026-06-09T17:00",
                            "council",
                            Map.of("by", "2 working days"));
            assertThat(verdict(with(told), report).due()).isEqualTo("2026-06-11T16:00:00Z");
        }

        @ParameterizedTest
        @CsvSource({
            "2026-06-03, 2026-06-05, 2026-06-03T06:00, 2026-06-07T23:00:00Z", // two days: to the end of Sunday
            "2026-06-05, 2026-06-10, 2026-06-03T06:00, 2026-06-06T23:00:00Z", // only the day on which it was due
            "2026-06-06, 2026-06-10, 2026-06-03T06:00, 2026-06-05T16:00:00Z",
            "2026-06-03, 2026-06-05, 2026-06-04T12:00, 2026-06-06T23:00:00Z", // Wednesday was over when it was declared
            "2026-06-03, 2026-06-09, 2026-06-05T18:00, 2026-06-05T16:00:00Z" // declared too late
        })
        void byTheDaysDeclared(String from, String until, String declared, Instant due) {
            assertThat(verdict(
                                    with(exclusion("snow", EXTEND, DECLARED_NOTICE)),
                                    "r1",
                                    all(report, notice("snow", from, until, declared)))
                            .due())
                    .isEqualTo(due);
        }

        @Test
        void aPromiseKeptInTheTimeGivenIsKept() {
            report.tell(
                            "told_extension",
                            "2026-06-03T12:00",
                            "2026-06-03T12:00",
                            "council",
                            Map.of("by", "5 working days"))
                    .then("fixed", "2026-06-12T16:00");
            assertThat(verdict(with(told), report).state()).isEqualTo(MET);
        }

        private Exclusion extension(String because, Exclusion.Needs needs) {
            return new Exclusion(because, EXTEND, needs, null, null, allowance("10 working days"), null, When.ALWAYS);
        }
    }

    @Nested
    class AllowsAnotherTime {
        private final Exclusion supply = new Exclusion(
                "supply_fault",
                SWITCH,
                EVIDENCE,
                null,
                null,
                null,
                office(When.ALWAYS, "25 working days"),
                When.ALWAYS);

        @ParameterizedTest
        @CsvSource({
            "2026-06-04T10:00:00, 2026-06-04T10:00:00, 2026-07-09T16:00:00Z",
            "2026-06-04T10:00:00, 2026-06-05T10:00:00, 2026-07-10T16:00:00Z", // from when it was written down
            "2026-06-05T17:00:00, 2026-06-05T17:00:00, 2026-07-13T16:00:00Z", // the last moment, after hours
            "2026-06-05T17:00:01, 2026-06-05T17:00:01, 2026-06-05T16:00:00Z"
        })
        void fromTheEventOn(String at, String recorded, Instant due) {
            report.tell("supply_fault", at, recorded, "council", PHOTO);
            Verdict verdict = verdict(with(supply), report);
            assertThat(verdict.due()).isEqualTo(due);
            assertThat(verdict.cycle()).isEqualTo(1);
        }

        @Test
        void andSaysSo() {
            report.tell("supply_fault", "2026-06-04T10:00", "2026-06-04T10:00", "council", PHOTO);
            assertThat(verdict(with(supply), report).why())
                    .contains(
                            "The contract says that after “supply fault” another time is allowed when there is evidence. It helps “council”, so it was for “council” to show it: evidence was given for Thursday 4 June, 10am. From Thursday 4 June, 10am on 25 working days were allowed, so the end moved from Friday 5 June, 5pm to Thursday 9 July, 5pm.",
                            "So the promise was to be kept by Thursday 9 July, 5pm.");
        }
    }

    @Nested
    class StruckOut {
        @ParameterizedTest
        @CsvSource({
            "panel, flytip, VOID",
            "residents, flytip, VOID",
            "council, flytip, BREACHED",
            "panel, graffiti, BREACHED"
        })
        void aBreachStruckOutIsNotCounted(String by, String clause, Verdict.State state) {
            report.then("fixed", "2026-06-10T12:00")
                    .tell(
                            "breach_struck_out",
                            "2026-06-20T12:00",
                            "2026-06-20T12:00",
                            by,
                            Map.of("clause", clause, "because", "access_refused"));
            Verdict verdict = verdict(with(), report);
            assertThat(verdict.state()).isEqualTo(state);
            assertThat(verdict.breachedAt() == null).isEqualTo(state != BREACHED);
            assertThat(PlainsFarm.only(Terrace.verdicts(with(), report, "2026-06-19T00:00"))
                            .state())
                    .isEqualTo(BREACHED);
        }

        @Test
        void andSaysSo() {
            report.then("fixed", "2026-06-10T12:00")
                    .tell(
                            "breach_struck_out",
                            "2026-06-20T12:00",
                            "2026-06-20T12:00",
                            "panel",
                            Map.of("clause", "flytip", "because", "access_refused"));
            assertThat(verdict(with(), report).why())
                    .contains(
                            "“panel” struck this breach out on Saturday 20 June, noon: “access refused”. So this case is not counted.");
        }

        @Test
        void aKeptPromiseHasNothingToStrikeOut() {
            report.then("fixed", "2026-06-03T12:00")
                    .tell(
                            "breach_struck_out",
                            "2026-06-20T12:00",
                            "2026-06-20T12:00",
                            "panel",
                            Map.of("clause", "flytip"));
            assertThat(verdict(with(), report).state()).isEqualTo(MET);
        }
    }

    @Test
    void aReasonThatIsOnlyForSomeCasesChangesNoOther() {
        Exclusion winterOnly = new Exclusion(
                "access_refused",
                VOID,
                EVIDENCE,
                null,
                null,
                null,
                null,
                Terrace.facts("road", new When.OneOf(Set.of("a"))));
        report.tell("access_refused", "2026-06-04T10:00", "2026-06-04T10:00", "council", PHOTO);
        assertThat(verdict(with(winterOnly), report).state()).isEqualTo(BREACHED);
        assertThat(verdict(with(exclusion("access_refused", VOID, EVIDENCE)), report)
                        .state())
                .isEqualTo(Verdict.State.VOID);
    }

    @Test
    void whatIsNotKnownYetExcusesNothing() {
        report.tell("access_refused", "2026-06-04T10:00", "2026-06-20T10:00", "council", PHOTO);
        Contract contract = with(exclusion("access_refused", VOID, EVIDENCE));
        assertThat(PlainsFarm.only(new Judge(List.of(contract))
                                .judge(
                                        "r1",
                                        report.happenings(),
                                        Story.london(MUCH_LATER),
                                        Story.london("2026-06-19T00:00")))
                        .state())
                .isEqualTo(BREACHED);
    }

    private static Contract with(Exclusion... exclusions) {
        return contract(clause("flytip", List.of(exclusions), clock("3 working days", OFFICE)));
    }

    private static Map<String, String> because(String reason) {
        return Map.of("because", reason);
    }
}
