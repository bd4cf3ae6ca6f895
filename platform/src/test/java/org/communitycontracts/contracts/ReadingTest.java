package org.communitycontracts.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.Target;
import org.communitycontracts.engine.contract.Window;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private final Contract contract = Examples.read(Examples.plainsFarm()).contract();

    @Test
    void theExampleOfTheLanguageIsReadWhole() {
        assertThat(contract.id()).isEqualTo("plains-farm");
        assertThat(contract.version()).isEqualTo(2);
        assertThat(contract.from()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(contract.until()).isEqualTo(LocalDate.of(2027, 4, 1));
        assertThat(contract.transition()).isEqualTo(Contract.Transition.AT_REPORT);
        assertThat(contract.parties()).containsOnlyKeys("council", "homes", "residents");
        assertThat(contract.clauses())
                .extracting(Clause::id)
                .containsExactly("flytip", "sweep", "clean", "satisfied", "hotline", "champions");
    }

    @Test
    void aClockIsReadWithAllItsRules() {
        Clause flytip = contract.clauses().getFirst();
        assertThat(flytip.when().categories()).containsExactly("flytip");
        assertThat(flytip.target()).isEqualTo(new Target(95, Window.QUARTER, 10, null));
        assertThat(flytip.duty()).isInstanceOfSatisfying(Respond.class, duty -> {
            assertThat(duty.first().starts()).containsExactly("reported");
            assertThat(duty.first().stops()).containsExactly("fixed");
            assertThat(duty.first().within()).isEqualTo(new Allowance(5, Allowance.Unit.WORKING_DAYS));
            assertThat(duty.first().calendar().opens()).isEqualTo(9 * 60);
            assertThat(duty.first().pauses())
                    .containsExactly(new ClockRule.PauseRule(
                            "asked_resident", "resident_replied", new Allowance(10, Allowance.Unit.WORKING_DAYS)));
            assertThat(duty.first().cancel()).isEqualTo(Set.of("withdrawn", "not_in_area"));
            assertThat(duty.first().reopen())
                    .isEqualTo(new ClockRule.Reopening(new Allowance(10, Allowance.Unit.WORKING_DAYS), true));
        });
    }

    @Test
    void everyKindOfDutyIsReadWithItsShare() {
        assertThat(contract.clauses())
                .extracting(clause -> clause.duty().getClass().getSimpleName())
                .containsExactly("Respond", "Recur", "Grade", "Score", "Respond", "Reciprocal");
        assertThat(contract.clauses().get(2).target()).isEqualTo(new Target(90, Window.QUARTER, 20, null));
    }

    @Test
    void theHashStaysWhenOnlySpacingOrderAndCommentsChange() {
        ContractFile file = Examples.read(Examples.plainsFarm());
        ContractFile spaced = Examples.read("# signed in the school hall\n"
                + Examples.changed(
                        "{name: City Council, role: provider}", "{role: \"provider\",   name: 'City Council'}"));
        assertThat(spaced.hash()).isEqualTo(file.hash()).hasSize(64);
    }

    @Test
    void theHashChangesWithAnyWord() {
        assertThat(Examples.read(Examples.changed("share: 95", "share: 96")).hash())
                .isNotEqualTo(Examples.read(Examples.plainsFarm()).hash());
    }

    @Test
    void theCanonicalFormIsJsonWithItsKeysInOrder() {
        assertThat(Examples.read(Examples.plainsFarm()).json())
                .startsWith("{\"calendars\":{\"always\":{\"days\":[\"mon\",")
                .contains("\"in_force\":{\"from\":\"2026-04-01\",\"until\":\"2027-04-01\"}")
                .contains("\"first\":\"10.00\"")
                .endsWith("\"transition\":\"at_report\",\"version\":2,\"zone\":\"Europe/London\"}");
    }

    @Test
    void bothContractsOfBostonAreRead() {
        for (int version : new int[] {1, 2}) {
            ContractFile file = Examples.read(Examples.text("boston-v" + version + ".yaml"));
            assertThat(file.contract().clauses()).hasSize(40);
            assertThat(file.contract().version()).isEqualTo(version);
        }
    }

    @Test
    void theUnitsOfSection3AreRead() {
        for (String length : new String[] {
            "2 full working days", "end of the next working day", "next visit", "promised date", "72 hours", "1 month"
        }) {
            Respond duty = (Respond) Examples.read(Examples.changed("within: 5 working days", "within: " + length))
                    .contract()
                    .clauses()
                    .getFirst()
                    .duty();
            assertThat(duty.first().within()).hasToString(length);
        }
    }

    @Test
    void aCalendarMayHaveItsOwnZoneAndClosedDays() {
        String office = """
                  office: {holidays: us-ma, zone: America/New_York, days: [mon], hours: "00:00-24:00",
                    closed: [2026-06-01, {date: 2026-06-08, name: Founders' Day, known: 2026-05-01}]}
                """;
        Respond duty = (Respond) Examples.read(Examples.plainsFarm().replaceFirst("  office: .*\n", office))
                .contract()
                .clauses()
                .getFirst()
                .duty();
        assertThat(duty.first().calendar().zone().getId()).isEqualTo("America/New_York");
        assertThat(duty.first().calendar().closes()).isEqualTo(1440);
        assertThat(duty.first().calendar().isWorking(LocalDate.of(2026, 6, 1))).isFalse();
        assertThat(duty.first().calendar().holidays())
                .filteredOn(holiday -> holiday.name().equals("Founders' Day"))
                .singleElement()
                .satisfies(day -> assertThat(day.known()).isEqualTo("2026-05-01T04:00:00Z"));
    }
}
