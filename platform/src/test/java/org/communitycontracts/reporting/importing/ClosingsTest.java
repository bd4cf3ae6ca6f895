package org.communitycontracts.reporting.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Party;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.When;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Judge;
import org.communitycontracts.reporting.Intake;
import org.communitycontracts.reporting.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A source that goes back to what it said before of a closing. */
class ClosingsTest {
    private static final String COLUMNS = "Ref,Opened,Closed,Due,State,What,Lat,Lon,Ward,Why,Notes\n";
    private static final Contract LAMP = lamp();

    private ImportDesk desk;
    private Source town;

    @BeforeEach
    void openTheDesk() throws Exception {
        desk = new ImportDesk();
        town = desk.mapped(CsvTest.MAPPING);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** Ten days to mend a lamp, and a year in which it goes on when it is open again. */
    private static Contract lamp() {
        ZoneId zone = ZoneId.of("UTC");
        Calendar always = new Calendar("always", zone, EnumSet.allOf(DayOfWeek.class), 0, 1440, List.of());
        Party council = new Party("council", "City Council", Party.Role.PROVIDER);
        ClockRule plain = Respond.of(
                        "reported", "closed", Allowance.parse("10 days").orElseThrow(), always)
                .first();
        Respond mend = new Respond(List.of(new ClockRule(
                plain.id(),
                plain.starts(),
                plain.stops(),
                plain.choices(),
                List.of(),
                Set.of(),
                new ClockRule.Reopening(Allowance.parse("365 days").orElseThrow(), true),
                plain.moves(),
                null)));
        Clause clause = Clause.of("lamp", council, When.ALWAYS, mend);
        return new Contract(
                "town",
                1,
                zone,
                LocalDate.of(2026, 1, 1),
                null,
                Currency.getInstance("GBP"),
                Contract.Transition.AT_REPORT,
                Map.of("always", always),
                Map.of("council", council),
                List.of(clause));
    }

    private Summary take(String... rows) throws Exception {
        return desk.take(town, desk.write("town.csv", COLUMNS + String.join("\n", rows)));
    }

    private String last() {
        Happening last = desk.story("1").happenings().getLast();
        return last.event() + " " + last.at() + " written " + last.recorded() + " "
                + new java.util.TreeMap<>(last.facts());
    }

    private String standsClosedAt(String asOf) {
        Judge judge = new Judge(List.of(LAMP));
        Story story = desk.story("1");
        return judge
                .judge(
                        story.report().reference(),
                        story.happenings(),
                        Instant.parse(asOf),
                        Instant.parse("2027-01-01T00:00:00Z"))
                .stream()
                .map(verdict -> verdict.state() + " " + verdict.stopped())
                .collect(Collectors.joining(", "));
    }

    @Test
    void aRequestOpenForAWhileAndClosedAtItsFirstDateAgainIsClosed() throws Exception {
        take("1,2026-06-01T10:00:00Z,2026-06-02T10:00:00Z,,Done,Lamp,,,,,");
        take("1,2026-06-01T10:00:00Z,,,New,Lamp,,,,,");
        assertThat(standsClosedAt("2026-12-31T00:00:00Z")).isEqualTo("BREACHED null");
        desk.now = ImportDesk.NOW.plus(Duration.ofDays(9));
        take("1,2026-06-01T10:00:00Z,2026-06-02T10:00:00Z,,Done,Lamp,,,,,");
        assertThat(last())
                .isEqualTo("closed 2026-11-22T12:00:01Z written 2026-12-01T12:00:00Z"
                        + " {evidence=dated by the source, said=2026-06-02T10:00:00Z}");
        assertThat(standsClosedAt("2026-07-01T00:00:00Z")).isEqualTo("MET 2026-06-02T10:00:00Z");
        assertThat(standsClosedAt("2026-12-31T00:00:00Z")).isEqualTo("MET 2026-11-22T12:00:01Z");
        take("1,2026-06-01T10:00:00Z,,,New,Lamp,,,,,");
        assertThat(standsClosedAt("2026-12-31T00:00:00Z")).isEqualTo("BREACHED null");
        assertThat(take("1,2026-06-01T10:00:00Z,,,New,Lamp,,,,,").done()).isEqualTo(new Intake.Counts(0, 0, 1, 1));
    }

    @Test
    void aClosingMovedForwardAndBackStandsAtItsFirstDateAgain() throws Exception {
        String first = "1,2026-06-01T10:00:00Z,2026-06-02T10:00:00Z,,Done,Lamp,,,,,";
        String later = "1,2026-06-01T10:00:00Z,2026-06-25T10:00:00Z,,Done,Lamp,,,,,";
        take(first);
        for (int times = 0; times < 2; times++) {
            take(later);
            assertThat(standsClosedAt("2026-07-01T00:00:00Z")).isEqualTo("BREACHED 2026-06-25T10:00:00Z");
            take(first);
            assertThat(standsClosedAt("2026-07-01T00:00:00Z")).startsWith("MET 2026-06-02T10:00:0");
        }
        assertThat(take(first).done()).isEqualTo(new Intake.Counts(0, 0, 1, 1));
    }
}
