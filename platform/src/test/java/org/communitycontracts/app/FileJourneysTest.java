package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.communitycontracts.web.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journeys of people who work with files, by the program's own commands. Each stands in docs/journeys. */
class FileJourneysTest {
    private static final Path EXAMPLES = Path.of("..", "docs", "guide", "examples");

    @TempDir
    private Path folder;

    @Test
    void aResearcherRecomputesTheVerdicts() throws IOException {
        OpenHouse house = OpenHouse.door();
        List<String> command = new ArrayList<>();
        List<String> compared = new ArrayList<>();
        try (Visitor researcher = Visitor.atAKeyboard()) {
            researcher.opens(house.at("/councils/sunderland/plains-farm"));
            researcher.follows("Data");
            for (String link : List.of("The file of version 1", "The file of version 2", "Happenings", "Verdicts")) {
                save(house.get(researcher.behind(link)));
            }
            for (String line : researcher.part("pre").replace("\\\n", " ").split("\n", -1)) {
                (line.startsWith("./run") ? command : compared)
                        .addAll(List.of(line.strip().split("\\s+", -1)));
            }
        }
        assertThat(command).startsWith("./run", "judge").contains("--as-of");
        assertThat(compared).hasSizeGreaterThanOrEqualTo(3).startsWith("cmp");

        assertThat(Terminal.in(folder, command.subList(1, command.size())).status())
                .isZero();
        byte[] again = Files.readAllBytes(folder.resolve(compared.get(1)));
        assertThat(again.length).isGreaterThan(100_000);
        assertThat(again).isEqualTo(Files.readAllBytes(folder.resolve(compared.get(2))));
    }

    private void save(java.net.http.HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        String saved = answer.headers().firstValue("Content-Disposition").orElseThrow();
        Files.write(folder.resolve(saved.replaceAll(".*filename=\"([^\"]+)\".*", "$1")), answer.body());
    }

    @Test
    void residentsAndOfficersTryANumber() throws IOException {
        for (String file : List.of("mill-lane-v1.yaml", "mill-lane-v2.yaml", "happenings.jsonl")) {
            Files.copy(EXAMPLES.resolve(file), folder.resolve(file));
        }
        List<String> command = new ArrayList<>(List.of(
                "backcast",
                "--contract",
                "mill-lane-v1.yaml",
                "--draft",
                "mill-lane-v2.yaml",
                "--happenings",
                "happenings.jsonl",
                "--from",
                "2026-03-01",
                "--until",
                "2026-06-01"));
        Terminal.Answer answer = Terminal.in(folder, command);
        assertThat(answer.status()).isZero();
        assertThat(answer.said())
                .startsWith("Simulated:")
                .contains("flytip: 1 of 2 cases kept (50 in 100)", "flytip: 0 of 2 cases kept (0 in 100)")
                .containsPattern(
                        "half took [0-9.]+ hours or less, nine in ten [0-9.]+ hours or less, in hours of the calendar office")
                .contains("no time from a start to a stop is promised here")
                .contains("would have been kept 80 in 100 with 6 working days");

        command.add("--json");
        assertThat(Terminal.in(folder, command).said())
                .contains(
                        "\"simulated\":true",
                        "\"2026-03\":{\"kept\":",
                        "\"unit\":\"working_days\"",
                        "\"calendars\":[\"office\"]");

        command.set(8, "2026-07-01");
        Terminal.Answer turned = Terminal.in(folder, command);
        assertThat(turned.status()).isEqualTo(1);
        assertThat(turned.said()).contains("--until lies after --from");
    }

    @Test
    void anOfficerChecksAContractFile() throws IOException {
        for (String file : List.of("mill-lane-wrong.yaml", "mill-lane-v1.yaml", "mill-lane-v2.yaml")) {
            Files.copy(EXAMPLES.resolve(file), folder.resolve(file));
        }
        Terminal.Answer wrong = Terminal.in(folder, List.of("check", "mill-lane-wrong.yaml"));
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.said().lines())
                .hasSize(4)
                .anyMatch(line -> line.contains(":5:7: ") && line.endsWith("Did you mean `Europe/London`?"))
                .anyMatch(line -> line.contains(":17:52: ") && line.contains("Write for example `5 working days`"))
                .anyMatch(line -> line.contains(":17:89: ") && line.endsWith("Did you mean `pause`?"))
                .anyMatch(line -> line.contains(":20:9: ") && line.endsWith("Did you mean `council`?"));

        String corrected = Files.readString(folder.resolve("mill-lane-wrong.yaml"))
                .replace("Lundon", "London")
                .replace("five working days", "5 working days")
                .replace(", paws: []", "")
                .replace("counsil", "council");
        Files.writeString(folder.resolve("corrected.yaml"), corrected);
        Terminal.Answer right = Terminal.in(folder, List.of("check", "corrected.yaml"));
        assertThat(right.status()).isZero();
        assertThat(right.said()).contains("in good order");

        Terminal.Answer both = Terminal.in(folder, List.of("check", "mill-lane-v1.yaml", "mill-lane-v2.yaml"));
        assertThat(both.status()).isZero();

        String early =
                Files.readString(folder.resolve("mill-lane-v2.yaml")).replace("from: 2027-01-05", "from: 2026-12-01");
        Files.writeString(folder.resolve("early.yaml"), early);
        Terminal.Answer overlapping = Terminal.in(folder, List.of("check", "mill-lane-v1.yaml", "early.yaml"));
        assertThat(overlapping.status()).isEqualTo(1);
        assertThat(overlapping.said())
                .contains("early.yaml:")
                .contains("2026-12-01")
                .doesNotContain("Exception");
    }

    @Test
    void anOfficerImportsACitysRequests() throws Exception {
        Path data = folder.resolve("data");
        String list = EXAMPLES.resolve("requests.csv").toString();
        assertThat(imported(data, list))
                .contains("5 rows: 4 new, 0 updated, 0 unchanged, 1 rejected; 1 kept off the map");
        assertThat(Files.readAllLines(data.resolve("requests.csv.rejects.csv")).get(1))
                .startsWith("5,")
                .contains("30/02/2026 09:00");

        assertThat(imported(data, list)).contains("5 rows: 0 new, 0 updated, 4 unchanged, 1 rejected");
        assertThat(imported(data, EXAMPLES.resolve("requests-later.csv").toString()))
                .contains("2 rows: 1 new, 1 updated, 0 unchanged, 0 rejected");

        try (RunningProgram program = RunningProgram.serve(data, "--no-sample")) {
            assertThat(program.get("/").body()).contains("Milltown Council");
            String council = program.get("/councils/milltown").body();
            assertThat(council)
                    .contains("We will clear fly-tipping within 5 working days of your report.")
                    .contains("Mill Lane")
                    .doesNotContain("Sample data");
            for (String path :
                    List.of("/councils/milltown", "/councils/milltown/mill-lane", "/councils/milltown/contract")) {
                assertThat(program.get(path).body()).doesNotContain("fridges").doesNotContain("Mattress");
            }
        }
    }

    private static String imported(Path data, String list) throws Exception {
        String said = RunningProgram.ended(
                java.util.Map.of(),
                "import",
                "--source",
                EXAMPLES.resolve("mapping.yaml").toString(),
                list,
                "--contract",
                EXAMPLES.resolve("mill-lane-v1.yaml").toString(),
                "--data",
                data.toString());
        assertThat(said).endsWith("exit 0");
        return said;
    }
}
