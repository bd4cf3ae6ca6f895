package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who types ./run. */
class RunTest {
    @Test
    void theSampleIsServedAndNothingIsLostWhenTheProgramIsKilledAndStartedAgain(@TempDir Path data) throws Exception {
        RunningProgram first = RunningProgram.serve(data);
        String home = first.get("/").body();
        String place = first.get("/councils/sunderland/plains-farm").body();
        assertThat(home).contains("Plains Farm");
        assertThat(place).contains("Sample data").contains("kept");
        String key = first.get("/record/key.json").body();
        assertThat(key).contains("\"kind\":\"Ed25519\"");
        first.killHard();

        try (RunningProgram second = RunningProgram.serve(data)) {
            assertThat(second.get("/").body()).isEqualTo(home);
            assertThat(second.get("/councils/sunderland/plains-farm").body()).isEqualTo(place);
            assertThat(second.get("/record/key.json").body())
                    .as("the key of the record stays")
                    .isEqualTo(key);
            assertThat(second.said())
                    .as("the sample is not loaded twice")
                    .noneMatch(line -> line.contains("Loading the sample"));
        }
    }

    @Test
    void aPortInUseIsToldInOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(RunningProgram.ended(Map.of(), "--port", port))
                    .startsWith("Port " + port + " is in use")
                    .contains("./run --port ")
                    .endsWith("exit 1")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void aWrongDatabaseAddressIsToldInOneSentence() throws Exception {
        String port = Integer.toString(RunningProgram.freePort());
        assertThat(RunningProgram.ended(Map.of("DATABASE_URL", "postgres://me@127.0.0.1:1/none"), "--port", port))
                .contains("No PostgreSQL answers at 127.0.0.1:1/none")
                .endsWith("exit 1")
                .doesNotContain("Exception");
    }

    @Test
    void anUnknownWordIsAnsweredWithTheNearestOneAndStatusTwo() throws Exception {
        assertThat(RunningProgram.ended(Map.of(), "sevre"))
                .contains("Did you mean: ./run serve")
                .endsWith("exit 2");
    }

    @Test
    void aMisspeltOptionIsNamedAndHelpTellsHowToServe() {
        Terminal.Answer misspelt = Terminal.in(
                Path.of(""),
                List.of("judge", "--contract", "a.yaml", "--hapenings", "b.jsonl", "--as-of", "2026-06-01T00:00:00Z"));
        assertThat(misspelt.status()).isEqualTo(2);
        assertThat(misspelt.said())
                .startsWith("./run judge has no option --hapenings.")
                .contains("--happenings");
        assertThat(Terminal.in(Path.of(""), List.of("--help")).said()).contains("--port", "--data", "--no-sample");
    }

    @Test
    void afterTwoHyphensThereAreOnlyFiles() {
        String contract =
                Path.of("..", "docs", "guide", "examples", "mill-lane-v1.yaml").toString();
        assertThat(Terminal.in(Path.of(""), List.of("check", "--", contract)).said())
                .contains("in good order");
    }
}
