package org.communitycontracts.app;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.communitycontracts.reporting.importing.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the guide says is so: its commands run and print what stands there, and its tables of keys are whole. */
class GuideTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Path GUIDE = DOCS.resolve("guide");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^( *)```\\n\\1\\$ \\./run ([^\\n]*)\\n(.*?)^\\1```");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern FILE = Pattern.compile("\\]\\(([^)#:]+)\\)");

    @Test
    void everyCommandPrintsWhatTheGuideShows() throws IOException {
        int tried = 0;
        for (Matcher block = BLOCK.matcher(Files.readString(GUIDE.resolve("README.md"))); block.find(); tried++) {
            List<String> words =
                    List.of(block.group(2).replace("docs/", "../docs/").split(" ", -1));
            String shown = block.group(3).replaceAll("(?m)^" + block.group(1), "");
            assertThat(Terminal.in(Path.of(""), words)
                            .said()
                            .replace("../docs/", "docs/")
                            .strip())
                    .as("./run %s", block.group(2))
                    .isEqualTo(shown.strip());
        }
        assertThat(tried).isGreaterThanOrEqualTo(4);
    }

    @Test
    void everyExampleOfAContractIsInGoodOrderUnlessItIsThereToBeWrong() throws IOException {
        try (Stream<Path> files = Files.list(GUIDE.resolve("examples"))) {
            List<Path> contracts = files.filter(file -> file.toString().matches(".*-(v\\d|wrong)\\.yaml"))
                    .toList();
            assertThat(contracts)
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allSatisfy(file -> assertThat(Terminal.in(GUIDE, List.of("check", file.toString()))
                                    .status())
                            .isEqualTo(file.toString().endsWith("-wrong.yaml") ? 1 : 0));
        }
    }

    @Test
    void everyKeyOfAContractStandsInTheGuide() throws IOException {
        JsonNode schema = JsonMapper.shared()
                .readTree(Path.of("src/main/java/org/communitycontracts/contracts/contract-schema.json")
                        .toFile());
        Set<String> keys = new TreeSet<>();
        collect(schema, keys);
        assertThat(keys).hasSizeGreaterThan(60);
        assertThat(words("contract-file.md")).containsAll(keys);
    }

    /** The names of properties and the words to choose from, wherever they stand. */
    private static void collect(JsonNode node, Set<String> keys) {
        node.path("properties").propertyNames().forEach(keys::add);
        node.path("enum").forEach(word -> {
            if (word.isString()) {
                keys.add(word.asString());
            }
        });
        node.forEach(child -> collect(child, keys));
    }

    @Test
    void everyKeyOfAMappingFileStandsInTheGuide(@TempDir Path folder) throws IOException {
        Path wrong = folder.resolve("wrong.yaml");
        Files.writeString(wrong, "nonsense: 1\n");
        Set<String> keys = new TreeSet<>(keysToldBy(wrong));
        String whole = Files.readString(GUIDE.resolve("examples/mapping.yaml"));
        Files.writeString(wrong, whole.replace("  id: Reference", "  nonsense: 1\n  id: Reference"));
        keys.addAll(keysToldBy(wrong));
        assertThat(keys).contains("licence", "promised").hasSizeGreaterThan(20);
        assertThat(words("mapping-file.md")).containsAll(keys);
    }

    /** A key that does not exist is answered with those that do. */
    private static List<String> keysToldBy(Path mapping) {
        if (!(Source.parse(mapping.toString()) instanceof Source.Answer.Refused refused)) {
            throw new AssertionError("A mapping file with nonsense in it was not refused");
        }
        return refused.because().stream()
                .filter(fault -> fault.contains("The keys are: "))
                .flatMap(fault -> Arrays.stream(
                        fault.replaceAll("(?s).*The keys are: ", "").split("[, .]+", -1)))
                .filter(key -> !key.isBlank())
                .toList();
    }

    /** Every word that stands in the page as code, alone or within an example. */
    private static Set<String> words(String page) throws IOException {
        return CODE.matcher(Files.readString(GUIDE.resolve(page)).replaceAll("(?s)```.*?```", ""))
                .results()
                .flatMap(code -> Arrays.stream(code.group(1).split("[^A-Za-z0-9_-]+", -1)))
                .collect(toCollection(TreeSet::new));
    }

    @Test
    void everyLinkBetweenTheDocumentsLeadsToAFile() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path folder : List.of(GUIDE, DOCS.resolve("journeys"))) {
            try (DirectoryStream<Path> pages = Files.newDirectoryStream(folder, "*.md")) {
                for (Path page : pages) {
                    FILE.matcher(Files.readString(page))
                            .results()
                            .map(link -> page.resolveSibling(link.group(1)))
                            .filter(file -> !Files.exists(file))
                            .forEach(file -> broken.add(page + " leads to " + file));
                }
            }
        }
        assertThat(broken).isEmpty();
    }
}
