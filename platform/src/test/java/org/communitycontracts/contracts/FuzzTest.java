package org.communitycontracts.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.communitycontracts.house.Timed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes: an answer within a second, and no exception; {@code -Dlong=true} tries 200,000 inputs. */
class FuzzTest {
    private static final int INPUTS = Boolean.getBoolean("long") ? 200_000 : 3_000;
    private static final Duration LONGEST = Duration.ofSeconds(1);

    @BeforeAll
    static void theReaderHasReadBefore() {
        assertThat(Examples.read(Examples.plainsFarm()).contract().clauses()).isNotEmpty();
    }

    @Test
    void noInputMakesTheReaderThrowOrTakeASecond() {
        Mutations mutations = new Mutations(20261122);
        int accepted = 0;
        Duration longest = Duration.ZERO;
        for (int input = 0; input < INPUTS; input++) {
            byte[] bytes = input % 3 == 0 ? mutations.bytes() : mutations.text().getBytes(StandardCharsets.UTF_8);
            Timed<Reading> trial = read(bytes);
            longest = trial.took().compareTo(longest) > 0 ? trial.took() : longest;
            assertThat(trial.took())
                    .as(() -> new String(bytes, StandardCharsets.UTF_8))
                    .isLessThan(LONGEST);
            switch (trial.answer()) {
                case ContractFile file -> {
                    accepted++;
                    checkAccepted(file);
                }
                case Reading.Refused refused -> checkRefused(refused);
            }
        }
        System.out.printf(
                "Contract reader: %,d inputs, %,d of them good contracts, the longest took %,d ms by the clock on the wall.%n",
                INPUTS, accepted, longest.toMillis());
        assertThat(accepted).isBetween(INPUTS / 50, INPUTS / 2);
    }

    @ParameterizedTest
    @MethodSource
    void aBombIsRefusedWithinASecond(byte[] bomb) {
        Timed<Reading> trial = read(bomb);
        assertThat(trial.took()).isLessThan(LONGEST);
        assertThat(trial.answer()).isInstanceOfSatisfying(Reading.Refused.class, FuzzTest::checkRefused);
    }

    static List<byte[]> aBombIsRefusedWithinASecond() {
        String many = String.join(
                "\n", IntStream.range(0, 7_000).mapToObj(i -> "k" + i + ":").toList());
        return List.of(
                        "[".repeat(100_000),
                        "[".repeat(60_000),
                        "{a: ".repeat(15_000),
                        "- ".repeat(32_000),
                        "? ".repeat(32_000),
                        "a:\n ".repeat(10_000),
                        "a: " + "9".repeat(60_000),
                        "a: \"" + "\\u0061".repeat(10_000) + "\"",
                        "version: " + "1".repeat(60_000),
                        "a".repeat(60_000) + ": b",
                        "? " + "a".repeat(60_000) + "\n: [" + "x,".repeat(2_000) + "]",
                        many,
                        "[" + "x,".repeat(30_000) + "]",
                        "{" + "x,".repeat(30_000) + "}",
                        "&a ".repeat(20_000),
                        "!".repeat(60_000),
                        "!<" + "a".repeat(60_000),
                        "%TAG ! " + "x".repeat(60_000),
                        "\"" + "\\".repeat(60_000),
                        "'".repeat(60_000),
                        "#".repeat(60_000),
                        "\n".repeat(60_000) + "a",
                        "\ufeff".repeat(20_000),
                        "a: |\n" + " x\n".repeat(15_000),
                        Examples.changed("within: 5 working days", "within: 1 " + "working ".repeat(5_000) + "days"),
                        Examples.changed("within: 5 working days", "within: 1" + " ".repeat(50_000) + "days"),
                        Examples.changed("at: \"80%\"", "at: \"due + 1 " + "working hours".repeat(3_000) + "\""),
                        Examples.changed("2026-04-01", "2".repeat(50_000)),
                        Examples.changed("zone: Europe/London", "zone: " + "Europe/".repeat(8_000)),
                        Examples.changed("england-and-wales", "us" + "-ma".repeat(15_000)),
                        Examples.plainsFarm() + clauses(2_000))
                .stream()
                .map(bomb -> bomb.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** The largest contract that the schema allows is read in a second too. */
    @Test
    void twentyCalendarsOfTwentyCountriesAreReadWithinASecond() {
        List<String> codes =
                List.of("us", "ca", "fr", "de", "es", "it", "nl", "be", "at", "ch", "pl", "pt", "se", "no", "dk");
        StringBuilder calendars = new StringBuilder("calendars:\n");
        codes.forEach(code ->
                calendars.append("  " + code + ": {holidays: " + code + ", days: [mon], hours: \"09:00-17:00\"}\n"));
        byte[] bytes = Examples.changed("calendars:\n", calendars.toString()).getBytes(StandardCharsets.UTF_8);
        read(bytes);
        Timed<Reading> trial = read(bytes);
        assertThat(trial.answer()).isInstanceOf(ContractFile.class);
        assertThat(trial.took()).isLessThan(LONGEST);
    }

    private static String clauses(int count) {
        StringBuilder clauses = new StringBuilder();
        for (int i = 0; i < count; i++) {
            clauses.append("  - {id: c" + i + ", duty: x}\n");
        }
        return clauses.toString();
    }

    private static Timed<Reading> read(byte[] bytes) {
        return Timed.of(LONGEST, () -> Reading.of("fuzz.yaml", bytes));
    }

    private static void checkAccepted(ContractFile file) {
        file.contract().clauses().forEach(clause -> {
            assertThat(PlainWords.of(file, clause.id()).sentences())
                    .isNotEmpty()
                    .noneMatch(String::isBlank);
        });
        assertThat(Examples.read(file.json()).hash()).isEqualTo(file.hash());
    }

    private static void checkRefused(Reading.Refused refused) {
        assertThat(refused.faults()).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.line()).isPositive();
            assertThat(fault.column()).isPositive();
            assertThat(fault.message()).matches("(?s).*[.?]").hasSizeLessThan(600);
            assertThat(fault.whatToWrite()).doesNotContain("Exception").hasSizeLessThan(600);
        });
    }
}
