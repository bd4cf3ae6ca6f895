package org.communitycontracts.people.residency;

import static org.assertj.core.api.Assertions.assertThat;

import org.communitycontracts.store.SiteKey;
import org.junit.jupiter.api.Test;

/** Everybody who lives at one address has one mark, however they write it; and nobody else has it. */
class HouseholdTest {
    private final SiteKey key = SiteKey.of("a2V5IG9mIHRoZSB0ZXN0cywgMzIgYnl0ZXMgbG9uZyE=", null);

    private Household of(String house) {
        return Household.of(key, 1, "S71 1AA", house).orElseThrow();
    }

    @Test
    void oneHouseIsOneHoweverItIsWritten() {
        assertThat(of("Flat 2, 14a")).isEqualTo(of("flat 2 14A")).isEqualTo(of(" FLAT 2/14 a"));
        assertThat(of("12-14")).isEqualTo(of("12 14"));
        assertThat(of("Rose Cottage")).isEqualTo(of("rosecottage"));
    }

    @Test
    void twoHousesWithTheSameFiguresAreTwo() {
        assertThat(of("Flat 2, 14a")).isNotEqualTo(of("Flat 21, 4a"));
        assertThat(of("1 23")).isNotEqualTo(of("12 3")).isNotEqualTo(of("123"));
    }
}
