package org.communitycontracts.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlainWordsTest {
    /** Another word of the same kind for every word of the example: what a change of the contract would be. */
    private static final Map<String, String> OTHER = Map.ofEntries(
            Map.entry("resume", "new_cycle"),
            Map.entry("new_cycle", "resume"),
            Map.entry("from_report", "from_event"),
            Map.entry("separate", "earliest"),
            Map.entry("guarantee", "target"),
            Map.entry("target", "guarantee"),
            Map.entry("aim", "guarantee"),
            Map.entry("month", "week"),
            Map.entry("week", "month"),
            Map.entry("calendar_year", "quarter"),
            Map.entry("agreement", "told"),
            Map.entry("told", "agreement"),
            Map.entry("working", "not_working"),
            Map.entry("not_working", "working"),
            Map.entry("started", "completed"),
            Map.entry("due", "start"),
            Map.entry("on_claim", "automatic"),
            Map.entry("household", "fund"),
            Map.entry("everyone_affected", "person"),
            Map.entry("GBP", "EUR"),
            Map.entry("panel", "council"),
            Map.entry("from_event", "from_report"),
            Map.entry("continues", "restarts"),
            Map.entry("earliest", "separate"),
            Map.entry("quarter", "month"),
            Map.entry("void", "pause"),
            Map.entry("pause", "void"),
            Map.entry("extend", "void"),
            Map.entry("evidence", "declared_notice"),
            Map.entry("declared_notice", "evidence"),
            Map.entry("apology", "redo"),
            Map.entry("automatic", "on_claim"),
            Map.entry("completed", "started"),
            Map.entry("contract_year", "month"),
            Map.entry("council", "homes"),
            Map.entry("homes", "council"),
            Map.entry("residents", "council"),
            Map.entry("office", "always"),
            Map.entry("always", "office"),
            Map.entry("B", "B-"));

    /** Words that cannot be changed alone: the kind decides which keys may stand, and the name is not told to residents. */
    private static final Set<String> LEFT = Set.of("id", "duty", "kind", "month_end");

    private final ContractFile file = Examples.read(Examples.plainsFarm());

    @Test
    void aResidentReadsWhatIsPromisedAndWhenTheClockRuns() {
        ClauseWords words = PlainWords.of(file, "flytip");
        assertThat(words.headline()).isEqualTo("We will clear fly-tipping within 5 working days of your report.");
        assertThat(words.line()).isEqualTo("City Council: within 5 working days");
        assertThat(words.sentences())
                .startsWith(
                        "City Council promises this.",
                        "It covers reports of these kinds: fly-tipping.",
                        "The clock starts when you report it.",
                        "The clock stops when it is fixed.")
                .contains(
                        "Working hours are Monday to Friday, 9am to 5pm.",
                        "Bank holidays in England and Wales are not working days.",
                        "95 in 100 of the cases that fall due in each quarter must be kept.",
                        "If it is not kept, we say sorry within 10 working days.",
                        "For one household it is never more than £60.00 in a year of the contract.");
    }

    static List<String> everyWordOfAClauseIsTold() {
        return Stream.concat(Stream.of(Examples.plainsFarm()), Examples.ofTheGuide().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource
    void everyWordOfAClauseIsTold(String yaml) {
        ContractFile before = Examples.read(yaml);
        List<String> untold = new ArrayList<>();
        int changed = 0;
        for (int line = lineOf("clauses:", yaml) + 1; line <= yaml.lines().count(); line++) {
            for (Edit edit : Edit.listIn(yaml, line, PlainWordsTest::another, LEFT)) {
                if (!(Reading.of("changed.yaml", edit.yaml()) instanceof ContractFile other)) {
                    continue;
                }
                changed++;
                if (isToldAlike(other, before)) {
                    untold.add(line + ": " + edit.from() + " -> " + edit.to());
                }
            }
        }
        assertThat(changed).isGreaterThan(25);
        assertThat(untold).isEmpty();
    }

    private static String another(String value) {
        return OTHER.getOrDefault(value, Edit.another(value));
    }

    private static boolean isToldAlike(ContractFile other, ContractFile file) {
        return file.contract().clauses().stream()
                .allMatch(clause -> PlainWords.of(other, clause.id()).equals(PlainWords.of(file, clause.id())));
    }

    private static int lineOf(String text, String yaml) {
        return yaml.lines().toList().indexOf(text) + 1;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            1 working day               | City Council: within 1 working day            | It is due at 5pm, one working day after that day.
            16 working hours            | City Council: within 16 working hours         | It is due as soon as 16 working hours have been used.
            2 full working days         | City Council: within 2 full working days      | It is due 2 working days after the clock starts, at the same time of day.
            24 hours                    | City Council: within 24 hours                 | It is due 24 hours after the clock starts, day and night.
            28 days                     | City Council: within 28 days                  | 28 days after the day on which the clock starts.
            1 week                      | City Council: within 1 week                   | one week after the day on which the clock starts.
            3 months                    | City Council: within 3 months                 | 3 months later
            end of the next working day | City Council: by the end of the next working day | It is due at 5pm on the first working day after
            next visit                  | City Council: at the next visit               | It is due at the end of the next visit.
            promised date               | City Council: by the date promised on the report | It is due at the moment that is promised on the report itself.
            """)
    void everyUnitIsTold(String within, String line, String sentence) {
        ClauseWords words =
                PlainWords.of(Examples.read(Examples.changed("within: 5 working days", "within: " + within)), "flytip");
        assertThat(words.line()).isEqualTo(line);
        assertThat(words.sentences()).anySatisfy(told -> assertThat(told).contains(sentence));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            [mon, wed, sat]                          | 08:30-12:00 | Working hours are Monday, Wednesday and Saturday, 8.30am to midday.
            [mon, tue, wed, thu, fri, sat, sun]      | 06:00-24:00 | Working hours are every day, 6am to midnight.
            [tue, wed, thu]                          | 00:00-24:00 | Working days are Tuesday to Thursday, from midnight to midnight.
            """)
    void anyHoursAreTold(String days, String hours, String sentence) {
        String yaml = Examples.plainsFarm()
                .replace("[mon, tue, wed, thu, fri]", days)
                .replace("\"09:00-17:00\"", "\"" + hours + "\"");
        assertThat(PlainWords.of(Examples.read(yaml), "flytip").sentences()).contains(sentence);
    }

    @Test
    void closedDaysAndAnotherZoneAreTold() {
        String yaml = Examples.changed(
                "hours: \"09:00-17:00\"}",
                "hours: \"09:00-17:00\", zone: America/New_York, closed: [2026-12-24, {date: 2026-12-31, name: New Year’s Eve,"
                        + " known: 2026-11-02}]}");
        assertThat(PlainWords.of(Examples.read(yaml), "flytip").sentences())
                .contains(
                        "These days are not working days: 24 December 2026 and 31 December 2026 (New Year’s Eve, made known on 2"
                                + " November 2026).",
                        "Times of day are those of Eastern Time (America/New_York).");
    }

    @Test
    void theTermIsToldWithItsLastDay() {
        assertThat(PlainWords.of(file))
                .containsExactly(
                        "In force from 1 April 2026, up to and including 31 March 2027.",
                        "A report stays under the version that was in force when it was made.");
    }

    @Test
    void everySentenceFillsItsPlacesInOrder() {
        Pattern place = Pattern.compile("\\{(\\d)}");
        assertThat(Examples.text("words.properties").lines().filter(line -> line.matches("[a-z].*=.*")))
                .hasSizeGreaterThan(100)
                .allSatisfy(
                        line -> assertThat(place.matcher(line).replaceAll("")).doesNotContain("{", "}", "choice"));
    }

    @Test
    void oneIsSaidOtherwiseThanMany() {
        Phrases phrases = new Phrases(Locale.UK);
        assertThat(phrases.length("1 working day")).isEqualTo("1 working day");
        assertThat(phrases.length("2 months")).isEqualTo("2 months");
    }

    @Test
    void aContractOfBostonIsToldToo() {
        ContractFile boston = Examples.read(Examples.text("boston-v2.yaml"));
        assertThat(PlainWords.of(boston, "unsafe-building").sentences())
                .contains("Every day is a working day, from midnight to midnight.");
    }
}
