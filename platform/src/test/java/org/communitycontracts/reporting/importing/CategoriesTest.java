package org.communitycontracts.reporting.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CategoriesTest {
    private final Map<String, String> remembered = new HashMap<>();

    @Test
    void wordsOfTheMappingHaveItsCategoryAndOthersAreNamedByTheirWords() throws Exception {
        Categories categories = new Categories(Map.of("Lamp / Roads", "street-light"), Map.of(), remembered::put);
        assertThat(categories.of(List.of("Lamp", "Roads"))).isEqualTo("street-light");
        assertThat(categories.of(List.of("Lamp", "Parks"))).isEqualTo("lamp-parks");
        assertThat(categories.of(List.of("Café & Bins!!"))).isEqualTo("cafe-bins");
        assertThat(categories.of(List.of("24 hour noise"))).isEqualTo("c-24-hour-noise");
        assertThat(categories.of(List.of("猫"))).isEqualTo("c");
        assertThat(remembered).doesNotContainKey("Lamp / Roads").containsEntry("Lamp / Parks", "lamp-parks");
    }

    @Test
    void wordsThatWouldHaveTheSameNameAreKeptApartForGood() throws Exception {
        Categories first = new Categories(Map.of("A", "noise"), Map.of(), remembered::put);
        assertThat(first.of(List.of("Noise"))).isEqualTo("noise-2");
        assertThat(first.of(List.of("NOISE!"))).isEqualTo("noise-3");
        String longOne = "x".repeat(60);
        assertThat(first.of(List.of(longOne))).hasSize(40);
        assertThat(first.of(List.of(longOne + "y"))).hasSize(40).endsWith("-2");
        Categories later = new Categories(Map.of("A", "noise"), remembered, (words, category) -> {});
        assertThat(later.of(List.of("NOISE!"))).isEqualTo("noise-3");
    }

    @Test
    void aColumnOfFreeTextIsNoColumnOfCategories() throws Exception {
        Categories categories = new Categories(Map.of(), Map.of(), remembered::put);
        for (int i = 0; i < 5_000; i++) {
            categories.of(List.of("word " + i));
        }
        assertThatThrownBy(() -> categories.of(List.of("one more"))).hasMessageContaining("free text");
    }
}
