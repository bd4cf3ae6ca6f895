package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.communitycontracts.people.office.CouncilFile;
import org.communitycontracts.people.office.SetUp;
import org.communitycontracts.store.CannotStart;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A council set up from a file: once, twice, corrected, and with what is wrong in it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CouncilApplyTest {
    private static final Path EXAMPLES = Path.of("..", "docs", "guide", "examples");

    private static OpenHouse house;
    private static String example;

    @BeforeAll
    static void open() throws Exception {
        house = OpenHouse.withoutSample();
        example = Files.readString(EXAMPLES.resolve("council.yaml")).replace("slug: milltown", "slug: applied");
    }

    @Test
    @Order(1)
    void theExampleIsAppliedWholeAndTheSecondTimeChangesNothing() {
        List<String> changes = apply(example, false);
        assertThat(changes).contains("Council opened: Milltown Council", "Neighbourhood opened: Mill Lane");
        assertThat(changes).filteredOn(line -> line.startsWith("Party entered")).hasSize(5);
        assertThat(changes)
                .filteredOn(line -> line.startsWith("Account opened"))
                .hasSize(30);
        assertThat(changes)
                .filteredOn(line -> line.startsWith("Invitation sent"))
                .hasSize(10)
                .contains("Invitation sent: Faye Hooper, Residents’ signatory for Mill Lane residents");
        assertThat(count("post.letter")).isEqualTo(10);
        assertThat(apply(example, false)).isEmpty();
        assertThat(apply(example, true)).isEmpty();
        assertThat(count("post.letter")).isEqualTo(10);
    }

    @Test
    @Order(2)
    void whatIsTakenOutOfTheFileEndsOnlyWhenThatIsAskedFor() {
        String without = example.replaceAll("(?m)^.*Ann Archer.*\\n", "")
                .replaceAll("(?m)^.*name: Clean Streets.*\\n", "")
                .replaceAll("(?m)^.*cleansing.example.org.*\\n", "")
                .replaceAll("(?m)^.*Omar Quarrier.*\\n", "");
        assertThat(apply(without, false)).isEmpty();
        assertThat(apply(without, true))
                .contains(
                        "Role ended: Ann Archer, Council administrator",
                        "Party ended: Clean Streets",
                        "Invitation withdrawn: Omar Quarrier, Champion in Bridge End")
                .allMatch(line -> line.matches("(Role ended|Party ended|Invitation withdrawn): .*"));
        assertThat(apply(example, false))
                .contains("Party corrected: Clean Streets", "Role given: Ann Archer, Council administrator");
    }

    @Test
    void everyFaultIsToldWithItsPlaceAndNothingIsChanged() {
        String wrong = example.replace("slug: applied", "slug: wrong")
                .replace("role: coordinator, neighbourhood: Mill Lane", "role: coordinater, neighbourhood: Mill Lane")
                .replace("role: councillor, neighbourhood: Bridge End", "role: councillor, neighbourhood: Brige End");
        assertThat(refusal(wrong))
                .contains("council.yaml:21:76: ")
                .contains("“coordinater” is not a role you can give. The roles are: ")
                .contains("council.yaml:24:109: ")
                .contains("There is no neighbourhood called “Brige End” here.");
        assertThat(house.database()
                        .sql()
                        .sql("select count(*) from places.council where slug = 'wrong'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(
                        refusal(
                                "council: {slug: x, nme: X, zone: Europe/Lundon}\npeople:\n  - {name: A, email: a, roles: []}\n"))
                .contains("council.yaml:1:20: `nme` is not a key of the council. The keys are: name, slug, zone.")
                .contains("council.yaml:1:34: `Europe/Lundon` is not a time zone. Write for example `Europe/London`.")
                .contains("council.yaml:3:22: `a` is not an e-mail address.");
        assertThat(refusal("council: [")).contains("council.yaml:1:").contains("cannot be read as YAML");
    }

    @Test
    void theCommandSaysWhatItChangedAndThenThatThereIsNothingToChange(@TempDir Path data) throws Exception {
        String file = EXAMPLES.resolve("council.yaml").toString();
        String first = RunningProgram.ended(Map.of(), "council", "apply", file, "--data", data.toString());
        assertThat(first).contains("Party entered: Milltown Homes").endsWith("changes.\nexit 0");
        assertThat(RunningProgram.ended(Map.of(), "council", "apply", file, "--data", data.toString()))
                .endsWith("Nothing to change.\nexit 0");
        try (RunningProgram program = RunningProgram.serve(data, "--no-sample")) {
            assertThat(program.get("/councils/milltown").body()).contains("Mill Lane", "Bridge End");
            String letters = RunningProgram.ended(Map.of(), "letters", "--last", "1", "--data", data.toString());
            assertThat(letters)
                    .contains("To ", "Open this link within 14 days", "/invitations/")
                    .endsWith("exit 0");
            String second =
                    Files.readString(EXAMPLES.resolve("council.yaml")).replace("slug: milltown", "slug: second");
            Path other = Files.writeString(data.resolve("second.yaml"), second);
            Files.copy(
                    EXAMPLES.resolve("mill-lane.geojson"),
                    data.resolve("mill-lane.geojson"),
                    StandardCopyOption.REPLACE_EXISTING);
            RunningProgram.ended(Map.of(), "council", "apply", other.toString(), "--data", data.toString());
            assertThat(RunningProgram.ended(Map.of(), "letters", "--last", "1", "--data", data.toString()))
                    .as("what a command writes leads to the running site")
                    .contains(program.get("/").uri().resolve("/invitations/").toString());
        }
        assertThat(RunningProgram.ended(
                        Map.of(), "letters", "--data", data.resolve("nowhere").toString()))
                .contains("There is no data in", "--data DIR")
                .endsWith("exit 1");
    }

    private static List<String> apply(String text, boolean endMissing) {
        return house.room(SetUp.class).apply(read(text), endMissing);
    }

    private static CouncilFile read(String text) {
        return switch (CouncilFile.read("council.yaml", text, EXAMPLES)) {
            case CouncilFile.Answer.Read(CouncilFile file) -> file;
            case CouncilFile.Answer.Refused(List<String> faults) -> throw new CannotStart(String.join("\n", faults));
        };
    }

    private static String refusal(String text) {
        try {
            apply(text, false);
            return "";
        } catch (CannotStart refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static int count(String table) {
        return house.database()
                .sql()
                .sql("select count(*) from " + table
                        + " where council_id = (select council_id from places.council where slug = 'applied')")
                .query(Integer.class)
                .single();
    }
}
