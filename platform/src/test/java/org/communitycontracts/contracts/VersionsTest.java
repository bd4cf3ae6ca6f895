package org.communitycontracts.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VersionsTest {
    private final ContractFile second = version(2, "{from: 2026-04-01, until: 2027-04-01}");

    @Test
    void versionsThatFollowEachOtherArePassed() {
        assertThat(Versions.check(List.of(second, version(1, "{from: 2025-04-01, until: 2026-04-01}"))))
                .isEmpty();
    }

    @Test
    void bothContractsOfBostonFollowEachOther() {
        assertThat(Versions.check(List.of(
                        Examples.read(Examples.text("boston-v1.yaml")),
                        Examples.read(Examples.text("boston-v2.yaml")))))
                .isEmpty();
    }

    @Test
    void anOverlapIsRefusedWithWhatToWrite() {
        assertThat(Versions.check(List.of(version(1, "{from: 2025-04-01, until: 2026-05-01}"), second)))
                .singleElement()
                .hasToString(
                        "v2.yaml:5:18: Two versions are in force at once: version 1 (v1.yaml) from 2025-04-01 until"
                                + " 2026-05-01, and this one from 2026-04-01. Write `until: 2026-04-01` in version 1.");
        assertThat(Versions.check(List.of(version(1, "{from: 2025-04-01}"), second)))
                .hasSize(1);
    }

    @Test
    void aGapIsRefused() {
        assertThat(Versions.check(List.of(version(1, "{from: 2025-04-01, until: 2026-03-31}"), second)))
                .singleElement()
                .satisfies(
                        fault -> assertThat(fault.message())
                                .isEqualTo(
                                        "Between 2026-03-31, when version 1 (v1.yaml) ends, and 2026-04-01 no version is in force."));
    }

    @Test
    void aNewerVersionThatBeginsEarlierIsRefused() {
        assertThat(Versions.check(List.of(version(3, "{from: 2025-04-01, until: 2026-04-01}"), second)))
                .singleElement()
                .satisfies(
                        fault -> assertThat(fault.message())
                                .isEqualTo(
                                        "This is version 3, but it begins on 2025-04-01 and version 2 (v2.yaml) on 2026-04-01."));
    }

    @Test
    void twoFilesWithOneNumberAreRefused() {
        assertThat(Versions.check(List.of(second, version(2, "{from: 2027-04-01}"))))
                .singleElement()
                .satisfies(fault -> assertThat(fault.words())
                        .isEqualTo(
                                "v2.yaml is version 2 of this contract too. Give each version a number of its own."));
    }

    @Test
    void aPromiseLongerThanTheWholeContractIsRefused() {
        ContractFile first = read(
                "v1.yaml",
                Examples.plainsFarm()
                        .replace("version: 2", "version: 1")
                        .replace("{from: 2026-04-01, until: 2027-04-01}", "{from: 2025-04-01, until: 2026-04-01}")
                        .replace("within: 5 working days", "within: 25 months"));
        assertThat(Versions.check(List.of(first, second)))
                .singleElement()
                .hasToString(
                        "v1.yaml:23:15: `25 months` is longer than the whole contract, from 2025-04-01 to 2027-04-01. Write"
                                + " a shorter time, or let the contract last longer.");
    }

    @Test
    void contractsOfDifferentNamesDoNotTouchEachOther() {
        ContractFile other = read("other.yaml", Examples.changed("id: plains-farm", "id: springwell"));
        assertThat(Versions.check(List.of(second, other))).isEmpty();
    }

    private static ContractFile version(int number, String inForce) {
        return read(
                "v" + number + ".yaml",
                Examples.plainsFarm()
                        .replace("version: 2", "version: " + number)
                        .replace("{from: 2026-04-01, until: 2027-04-01}", inForce));
    }

    private static ContractFile read(String name, String yaml) {
        return (ContractFile) Reading.of(name, yaml);
    }
}
