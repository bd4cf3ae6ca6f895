package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The worked vectors of the real rules, from contract and happenings to verdict and money, by the program's own command. */
class VectorsTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/communitycontracts/app/vectors");
    private static final Path LIBRARY = Path.of("..", "engine", "src", "main", "resources", "clauses");
    private static final Map<String, List<JsonNode>> JUDGED = new HashMap<>();

    @TempDir
    private Path folder;

    /** One line of the table, cell by cell as its head tells. */
    record Vector(
            String name,
            String contract,
            String happenings,
            String asOf,
            String clause,
            String subject,
            String state,
            String due,
            String breachedAt,
            String share,
            String owed) {
        private static Vector of(String line) {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            assertThat(cells).as(line).hasSize(11);
            return new Vector(
                    cells.get(0),
                    cells.get(1),
                    cells.get(2),
                    cells.get(3),
                    cells.get(4),
                    cells.get(5),
                    cells.get(6),
                    cells.get(7),
                    cells.get(8),
                    cells.get(9),
                    cells.get(10));
        }

        private boolean isOn(JsonNode verdict) {
            String[] named = subject.split("#", -1);
            int cycle = named.length == 1 ? 1 : Integer.parseInt(named[1]);
            return verdict.path("subject").asString().equals(named[0])
                    && verdict.path("cycle").asInt() == cycle;
        }

        private Path file() {
            return contract.startsWith("./") ? FOLDER.resolve(contract) : LIBRARY.resolve(contract);
        }

        @Override
        public String toString() {
            return name + ": " + clause + " of " + contract + " on " + subject + " at " + asOf;
        }
    }

    private static List<Vector> all() throws IOException {
        return Files.readAllLines(FOLDER.resolve("vectors.txt")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(Vector::of)
                .toList();
    }

    static List<Vector> vectors() throws IOException {
        return all();
    }

    @Test
    void everyVectorOfTheRulesStandsInTheTable() throws IOException {
        assertThat(all())
                .extracting(Vector::name)
                .contains(
                        "V1", "V2", "V3", "V4", "V5", "V6", "V7", "V8", "V9", "V14", "V16", "V20", "V21", "V27", "V28");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("vectors")
    void aRealRuleGivesTheVerdictThatWasWorkedOutByHand(Vector vector) throws IOException {
        List<JsonNode> found = verdicts(vector).stream()
                .filter(verdict -> verdict.path("clause").asString().equals(vector.clause()))
                .filter(vector::isOn)
                .toList();

        assertThat(found).as("verdicts of %s", vector).hasSize(vector.state().equals("nothing") ? 0 : 1);
        if (!found.isEmpty()) {
            compare(found.getFirst(), vector);
        }
    }

    private static void compare(JsonNode verdict, Vector vector) {
        assertThat(verdict.path("state").asString()).isEqualTo(vector.state());
        sees(verdict, "due", vector.due());
        sees(verdict, "breached_at", vector.breachedAt());
        if (vector.share().contains("/")) {
            assertThat(verdict.path("kept").asInt() + "/"
                            + verdict.path("counted").asInt())
                    .isEqualTo(vector.share());
        }
        assertThat(owed(verdict)).isEqualByComparingTo(vector.owed());
    }

    private static void sees(JsonNode verdict, String field, String expected) {
        if (!expected.equals("*")) {
            JsonNode value = verdict.path(field);
            assertThat(value.isNull() ? "-" : value.asString()).as(field).isEqualTo(expected);
        }
    }

    private static BigDecimal owed(JsonNode verdict) {
        BigDecimal owed = BigDecimal.ZERO;
        for (JsonNode remedy : verdict.path("remedies")) {
            if (remedy.path("kind").asString().equals("money")) {
                owed = owed.add(new BigDecimal(remedy.path("amount").asString()));
            }
        }
        return owed;
    }

    private List<JsonNode> verdicts(Vector vector) throws IOException {
        String key = vector.contract() + " " + vector.happenings() + " " + vector.asOf();
        if (!JUDGED.containsKey(key)) {
            Path out = folder.resolve("verdicts.jsonl");
            Terminal.Answer answer = Terminal.in(
                    Path.of(""),
                    List.of(
                            "judge",
                            "--contract",
                            vector.file().toString(),
                            "--happenings",
                            FOLDER.resolve(vector.happenings()).toString(),
                            "--as-of",
                            vector.asOf(),
                            "--out",
                            out.toString()));
            assertThat(answer.status()).as(answer.said()).isZero();
            JsonMapper json = JsonMapper.shared();
            JUDGED.put(key, Files.readAllLines(out).stream().map(json::readTree).toList());
        }
        return JUDGED.get(key);
    }
}
