package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Duty;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.reporting.HappeningsFile;
import org.communitycontracts.standards.JudgedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same files give the same bytes of verdicts, words and money: every contract of the clause library on all that happens in the worked
 * vectors, in any order of lines, by any number of threads, and on a machine of any language and time zone.
 */
class SameBytesTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/communitycontracts/app/vectors");
    private static final Path LIBRARY = Path.of("..", "engine", "src", "main", "resources", "clauses");
    private static final Path GUIDE = Path.of("..", "docs", "guide", "examples");
    private static final Set<String> NO_CONTRACTS =
            Set.of("refused.yaml", "mill-lane-wrong.yaml", "mapping.yaml", "council.yaml");
    private static final Instant AS_OF = Instant.parse("2026-10-01T00:00:00Z");
    private static final List<String> MACHINES =
            List.of("tr-TR Pacific/Kiritimati", "ar-EG Asia/Kolkata", "th-TH-u-ca-buddhist-nu-thai America/St_Johns");

    @TempDir
    private Path folder;

    @Test
    void theWholeLibraryGivesTheSameBytesInAnyOrderByAnyNumberOfThreadsOnAnyMachine() throws Exception {
        List<String> lines = lines();
        Map<String, String> here = judged(lines, 1);
        assertThat(String.join("", here.values())).contains("\"state\":\"breached\"", "\"kind\":\"money\"");
        assertThat(judged(lines, 2)).as("again, by two threads").isEqualTo(here);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String machine : MACHINES) {
                Collections.shuffle(lines, new Random(machine.hashCode()));
                Locale.setDefault(Locale.forLanguageTag(machine.split(" ", -1)[0]));
                TimeZone.setDefault(TimeZone.getTimeZone(machine.split(" ", -1)[1]));
                Map<String, String> there = judged(lines, 8);
                here.forEach((contract, bytes) -> assertThat(there.get(contract))
                        .as("%s, shuffled, by eight threads, on %s", contract, machine)
                        .isEqualTo(bytes));
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void everyKindOfDutyOfTheLibraryIsJudged() throws IOException {
        HappeningsFile happenings = read(lines());
        Set<Class<?>> kinds =
                library().stream().flatMap(file -> judged(file, happenings)).collect(Collectors.toSet());
        assertThat(kinds).containsExactlyInAnyOrder(Duty.class.getPermittedSubclasses());
    }

    @Test
    void aProgramStartedOnAMachineOfAnotherLanguageWritesTheSameFile() throws Exception {
        Path happenings = folder.resolve("shuffled.jsonl");
        List<String> lines = Files.readAllLines(FOLDER.resolve("v14.jsonl"));
        Path here = run(FOLDER.resolve("v14.jsonl"), "here", "en", "GB", "Europe/London");
        Collections.shuffle(lines, new Random(14));
        Files.write(happenings, lines);
        Path there = run(happenings, "there", "th", "TH", "Pacific/Kiritimati");
        assertThat(Files.readString(here)).contains("\"kind\":\"money\"");
        assertThat(there).hasSameBinaryContentAs(here);
    }

    private Path run(Path happenings, String out, String language, String country, String zone) throws Exception {
        Path verdicts = folder.resolve(out + ".jsonl");
        String options = "-Duser.language=" + language + " -Duser.country=" + country + " -Duser.timezone=" + zone;
        String said = RunningProgram.ended(
                Map.of("JAVA_TOOL_OPTIONS", options),
                "judge",
                "--contract",
                LIBRARY.resolve("water-gss.yaml").toString(),
                "--happenings",
                happenings.toString(),
                "--as-of",
                "2026-04-01T00:00:00Z",
                "--out",
                verdicts.toString());
        assertThat(said).endsWith("exit 0");
        return verdicts;
    }

    /** The contracts of the library, and those by which the guide explains the kinds that no council of the library promises. */
    private static List<Path> library() throws IOException {
        List<Path> files = new ArrayList<>(files(LIBRARY, ".yaml"));
        files.addAll(files(GUIDE, ".yaml"));
        files.removeIf(file -> NO_CONTRACTS.contains(file.getFileName().toString()));
        return files;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files(FOLDER, ".jsonl")) {
            lines.addAll(Files.readAllLines(file));
        }
        for (int month = 1; month <= 4; month++) {
            lines.add(
                    "{\"event\": \"power_cut\", \"at\": \"2026-0%1$d-10T06:00:00Z\", \"facts\": {\"household\": \"h1\", \"incident\": \"i%1$d\"}}"
                            .formatted(month));
        }
        return lines;
    }

    private static HappeningsFile read(List<String> lines) throws IOException {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        HappeningsFile file = HappeningsFile.read(new ByteArrayInputStream(bytes));
        assertThat(file.faults()).isEmpty();
        return file;
    }

    /** The verdicts on everything that each contract of the library promises, by its file. */
    private static Map<String, String> judged(List<String> lines, int threads) throws Exception {
        HappeningsFile happenings = read(lines);
        List<Path> library = library();
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            return pool.submit(() -> library.parallelStream()
                            .collect(Collectors.toMap(
                                    file -> file.getFileName().toString(),
                                    file -> written(file, happenings),
                                    (one, _) -> one,
                                    TreeMap::new)))
                    .get();
        }
    }

    private static String written(Path file, HappeningsFile happenings) {
        List<Contract> versions = Inputs.contracts(List.of(file));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            JudgedFile.of(versions, happenings, AS_OF, AS_OF).write(versions, bytes);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The kinds of the clauses on which there are verdicts. */
    private static Stream<Class<?>> judged(Path file, HappeningsFile happenings) {
        List<Contract> versions = Inputs.contracts(List.of(file));
        Set<String> clauses = JudgedFile.of(versions, happenings, AS_OF, AS_OF).verdicts().stream()
                .map(Verdict::clause)
                .collect(Collectors.toSet());
        return versions.getFirst().clauses().stream()
                .filter(clause -> clauses.contains(clause.id()))
                .map(clause -> clause.duty().getClass());
    }
}
