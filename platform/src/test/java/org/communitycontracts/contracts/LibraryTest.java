package org.communitycontracts.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real promises of real services are contracts in good order, and every rule that was given is there or is refused with a reason. */
class LibraryTest {
    /** How many standards each source of the collected ones has, in its order: 81 together. */
    private static final int[] STANDARDS = {11, 3, 13, 4, 5, 2, 5, 3, 11, 6, 3, 3, 12};

    /** The rows of the table of real rules; a number that is missing was never given. */
    private static final int[] RULES = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32,
        34, 37, 38, 39, 40, 42, 43, 44, 46, 47, 48, 49, 51, 52, 53, 55, 56, 57, 59, 60, 61, 62, 63, 64, 66, 67, 68, 69,
        70, 71, 73, 74, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 90, 91, 92, 95, 96, 97, 98, 100, 101, 102, 103,
        104, 105, 107
    };

    private static Path shared() {
        String named = System.getenv("CC_SHARED_DATA");
        return named == null ? Path.of("..", "..", "shared", "data") : Path.of(named);
    }

    @Test
    void everyFileIsAContractInGoodOrder() throws IOException {
        Map<String, List<Fault>> refused = new TreeMap<>();
        List<ContractFile> good = new ArrayList<>();
        for (Path file : Library.contracts()) {
            switch (Library.read(file)) {
                case ContractFile contract -> good.add(contract);
                case Reading.Refused faults -> refused.put(file.getFileName().toString(), faults.faults());
            }
        }
        assertThat(good.size() + refused.size()).isGreaterThanOrEqualTo(50);
        assertThat(refused).isEmpty();
        assertThat(Versions.check(good)).isEmpty();
    }

    @Test
    void everyStandardAndEveryRuleIsInTheIndexOnce() throws IOException {
        Stream<String> standards = IntStream.range(0, STANDARDS.length)
                .boxed()
                .flatMap(source -> IntStream.rangeClosed(1, STANDARDS[source])
                        .mapToObj(position -> "standard " + (source + 1) + "." + position));
        Stream<String> rules = IntStream.of(RULES).mapToObj(number -> "rule " + number);
        assertThat(IntStream.of(STANDARDS).sum()).isEqualTo(81);
        assertThat(Library.index())
                .extracting(Library.Line::row)
                .containsExactlyElementsOf(Stream.concat(standards, rules).toList());
    }

    @Test
    void theCollectedStandardsAreAsManyAsTheIndexSays() throws IOException {
        Path file = shared().resolve("standards/uk_service_standards.json");
        if (!Files.exists(file)) {
            System.out.println("NOT CHECKED: the collected standards are not at " + file);
        }
        assumeTrue(Files.exists(file), () -> "Left out: the collected standards are not at " + file);
        List<Integer> counts = new ArrayList<>();
        for (JsonNode source : JsonMapper.shared().readTree(file.toFile()).path("sources")) {
            counts.add(source.path("standards").size());
        }
        assertThat(counts)
                .containsExactlyElementsOf(IntStream.of(STANDARDS).boxed().toList());
    }

    @Test
    void everyRowOfTheIndexNamesTheClausesWhoseRemarksNameIt() throws IOException {
        Map<String, Set<String>> byRow = new TreeMap<>();
        Library.rowsByClause().forEach((clause, rows) -> {
            assertThat(rows).as("%s says which rule it is from", clause).isNotEmpty();
            rows.forEach(
                    row -> byRow.computeIfAbsent(row, first -> new TreeSet<>()).add(clause));
        });
        for (Library.Line line : Library.index()) {
            assertThat(new TreeSet<>(line.clauses()))
                    .as(line.row())
                    .isEqualTo(byRow.getOrDefault(line.row(), new TreeSet<>()));
        }
        Set<String> known = Library.index().stream().map(Library.Line::row).collect(Collectors.toSet());
        assertThat(byRow.keySet()).allMatch(row -> known.contains(row) || row.startsWith("unseen "));
        assertThat(byRow.keySet().stream().filter(row -> row.startsWith("unseen ")))
                .hasSize(10);
    }

    @Test
    void whatHasNoClauseIsRefusedWithAReasonAndAWayOut() throws IOException {
        List<Library.Refusal> refusals = Library.refusals();
        assertThat(refusals).allSatisfy(refusal -> {
            assertThat(refusal.what()).isIn("whole", "part");
            assertThat(refusal.asked()).endsWith(".");
            assertThat(refusal.because()).hasSizeBetween(40, 240).endsWith(".");
            assertThat(refusal.instead()).hasSizeBetween(20, 240).endsWith(".");
        });
        Set<String> told = new HashSet<>();
        for (Library.Line line : Library.index()) {
            assertThat(line.clauses().isEmpty())
                    .as(line.row())
                    .isEqualTo(line.refused().equals("whole"));
            if (!line.refused().isEmpty()) {
                told.add(line.row() + " " + line.refused() + " " + line.because());
            }
        }
        assertThat(told)
                .isEqualTo(refusals.stream()
                        .map(refusal -> refusal.row() + " " + refusal.what() + " " + refusal.because())
                        .collect(Collectors.toSet()));
    }
}
