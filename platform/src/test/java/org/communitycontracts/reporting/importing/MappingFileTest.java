package org.communitycontracts.reporting.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingFileTest {
    private static List<String> faults(String yaml) {
        return switch (MappingFile.read("town.yaml", yaml)) {
            case MappingFile.Answer.Understood understood -> List.of();
            case MappingFile.Answer.Refused(List<MappingFault> faults) ->
                faults.stream().map(MappingFault::toString).toList();
        };
    }

    @Test
    void theMappingOfTheTownAndTheBundledOnesHaveNoFault() {
        assertThat(faults(CsvTest.MAPPING)).isEmpty();
        assertThat(ImportDesk.source("boston311").categories()).hasSize(40);
        assertThat(ImportDesk.source("nyc311").name()).contains("New York");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zone: Europe/London       | zone: Mars                        | town.yaml:5:7: This is not a time zone
            zone: Europe/London       | zonne: Europe/London              | town.yaml:5:1: `zonne` is not a key of a mapping file
            zone: Europe/London       | zonne: Europe/London              | town.yaml:1:1: The key `zone` is missing
            id: Ref,                  | Id: Ref,                          | is not a key of columns
            source: town              | source: Our Town                  | town.yaml:2:9: `Our Town` is not a name
            "dd/MM/yyyy HH:mm"        | "gg?"                             | town.yaml:6:8: `gg?` does not say how a time is written
            New: open                 | New: maybe                        | A status means `open` or `closed`, not `maybe`
            free_text: [Notes]        | free_text: [Ward]                 | `Ward` is free text, so it cannot be a category or an area
            free_text: [Notes]        | box: {south: 1, west: 2, north: x, east: 4} | Here should be a number of degrees: north
            free_text: [Notes]        | placeholders: [[200, 1]]          | Here should be a number of degrees
            free_text: [Notes]        | separator: "ab"                   | Write one character
            free_text: [Notes]        | encoding: klingon                 | This encoding is not known
            free_text: [Notes]        | zone: UTC                         | `zone` stands twice
            free_text: [Notes]        | categories: [{is: X, words: Lamp}] | `X` is not a name
            free_text: [Notes]        | categories: [{is: x, words: [a, b]}] | Write a word for each of the 1 columns
            """)
    void aFaultIsToldWithItsPlace(String good, String bad, String fault) {
        assertThat(CsvTest.MAPPING).contains(good);
        assertThat(faults(CsvTest.MAPPING.replace(good, bad))).anyMatch(told -> told.contains(fault));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "[]", "{", "a: &x [*x]", "!O%4\u00e62", "\t", "a: b: c", "- a\nb", "? [a]: b\n"})
    void whatIsNoMappingFileIsRefusedWithAPlace(String text) {
        assertThat(faults(text)).isNotEmpty().allMatch(fault -> fault.matches("(?s)town.yaml:\\d+:\\d+: .+"));
    }

    @Test
    void aBombIsRefused() {
        assertThat(faults("[".repeat(100_000))).hasSize(1);
        assertThat(faults("a: " + "x".repeat(1 << 20))).hasSize(1);
        assertThat(faults("a: &a [1,1]\nb: &b [*a,*a]\nc: [*b,*b,*b]")).isNotEmpty();
    }

    @Test
    void anUnknownSourceIsRefusedWithWhatToWriteInstead() {
        assertThat(Source.parse("bostn311"))
                .isInstanceOfSatisfying(
                        Source.Answer.Refused.class,
                        refused -> assertThat(refused.because().getFirst()).contains("boston311, nyc311, open311"));
    }
}
