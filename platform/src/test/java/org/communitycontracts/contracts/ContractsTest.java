package org.communitycontracts.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.communitycontracts.contracts.Contracts.Adoption;
import org.communitycontracts.store.Database;
import org.communitycontracts.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContractsTest {
    private static final long SUNDERLAND = 7;
    private static final long PLAINS_FARM = 3;
    private static final Instant SIGNED = Instant.parse("2026-03-20T18:30:00Z");
    private static final Database DATABASE = TestDatabase.fresh();

    private final Contracts contracts = new Contracts(DATABASE.sql());
    private final ContractFile second = Examples.read(Examples.plainsFarm());
    private final ContractFile first = Examples.read(Examples.plainsFarm()
            .replace("version: 2", "version: 1")
            .replace("{from: 2026-04-01, until: 2027-04-01}", "{from: 2025-04-01, until: 2026-04-01}"));

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void empty() {
        DATABASE.sql().sql("delete from contracts.version").update();
    }

    @Test
    void anAdoptedVersionIsFoundWordForWord() {
        assertThat(contracts.adopt(SUNDERLAND, PLAINS_FARM, second, SIGNED)).isEqualTo(new Adoption.Adopted(true));
        assertThat(contracts.find(SUNDERLAND, "plains-farm", 2)).hasValueSatisfying(found -> {
            assertThat(found.yaml()).isEqualTo(Examples.plainsFarm());
            assertThat(found.hash()).isEqualTo(second.hash());
            assertThat(found.contract()).isEqualTo(second.contract());
        });
        assertThat(contracts.list(SUNDERLAND))
                .containsExactly(new Version(
                        SUNDERLAND,
                        "plains-farm",
                        2,
                        PLAINS_FARM,
                        second.hash(),
                        LocalDate.of(2026, 4, 1),
                        LocalDate.of(2027, 4, 1)));
    }

    @Test
    void adoptingTheSameTextAgainChangesNothing() {
        contracts.adopt(SUNDERLAND, PLAINS_FARM, second, SIGNED);
        ContractFile remarked = Examples.read("# a remark is no change\n" + Examples.plainsFarm());
        assertThat(contracts.adopt(SUNDERLAND, PLAINS_FARM, remarked, SIGNED.plusSeconds(60)))
                .isEqualTo(new Adoption.Adopted(false));
        assertThat(contracts.list(SUNDERLAND)).hasSize(1);
        assertThat(contracts.find(SUNDERLAND, "plains-farm", 2).orElseThrow().yaml())
                .isEqualTo(Examples.plainsFarm());
    }

    @Test
    void anotherTextUnderTheSameNumberIsRefusedWithTheReason() {
        contracts.adopt(SUNDERLAND, PLAINS_FARM, second, SIGNED);
        ContractFile other = Examples.read(Examples.changed("share: 95", "share: 90"));
        assertThat(contracts.adopt(SUNDERLAND, PLAINS_FARM, other, SIGNED))
                .isEqualTo(new Adoption.Refused(
                        "Version 2 of plains-farm is already adopted with another text, and an adopted"
                                + " text never changes. Write the change as version 3."));
        assertThat(contracts.find(SUNDERLAND, "plains-farm", 2).orElseThrow().hash())
                .isEqualTo(second.hash());
    }

    @Test
    void theSameContractForAnotherPlaceIsRefused() {
        contracts.adopt(SUNDERLAND, PLAINS_FARM, second, SIGNED);
        assertThat(contracts.adopt(SUNDERLAND, null, second, SIGNED)).isInstanceOf(Adoption.Refused.class);
    }

    @Test
    void versionsThatOverlapOrLeaveAGapAreRefused() {
        contracts.adopt(SUNDERLAND, PLAINS_FARM, second, SIGNED);
        ContractFile third = Examples.read(Examples.plainsFarm()
                .replace("version: 2", "version: 3")
                .replace("{from: 2026-04-01, until: 2027-04-01}", "{from: 2027-05-01}"));
        assertThat(contracts.adopt(SUNDERLAND, PLAINS_FARM, third, SIGNED))
                .isInstanceOfSatisfying(
                        Adoption.Refused.class,
                        refused -> assertThat(refused.because()).contains("no version is in force"));
        assertThat(contracts.adopt(SUNDERLAND, PLAINS_FARM, first, SIGNED)).isEqualTo(new Adoption.Adopted(true));
        assertThat(contracts.files(SUNDERLAND, "plains-farm"))
                .extracting(file -> file.contract().version())
                .containsExactly(1, 2);
    }

    @Test
    void aDayHasTheVersionsOfItsPlaceAndOfTheWholeCouncil() {
        contracts.adopt(SUNDERLAND, PLAINS_FARM, first, SIGNED);
        contracts.adopt(SUNDERLAND, PLAINS_FARM, second, SIGNED);
        ContractFile everywhere = Examples.read(
                Examples.changed("id: plains-farm", "id: everywhere").replace(", until: 2027-04-01", ""));
        contracts.adopt(SUNDERLAND, null, everywhere, SIGNED);
        LocalDate spring = LocalDate.of(2026, 4, 1);
        assertThat(contracts.listInForce(SUNDERLAND, PLAINS_FARM, spring))
                .extracting(version -> version.contract() + " " + version.number())
                .containsExactly("everywhere 2", "plains-farm 2");
        assertThat(contracts.listInForce(SUNDERLAND, PLAINS_FARM, spring.minusDays(1)))
                .extracting(Version::number)
                .containsExactly(1);
        assertThat(contracts.listInForce(SUNDERLAND, PLAINS_FARM + 1, spring))
                .extracting(Version::contract)
                .containsExactly("everywhere");
    }

    @Test
    void oneCouncilNeverSeesAnothers() {
        contracts.adopt(SUNDERLAND, null, second, SIGNED);
        assertThat(contracts.list(SUNDERLAND + 1)).isEmpty();
        assertThat(contracts.find(SUNDERLAND + 1, "plains-farm", 2)).isEmpty();
    }
}
