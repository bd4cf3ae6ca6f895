package org.communitycontracts.engine.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The examples of one kind of duty: {@code src/test/resources/examples/KIND.txt}, in the format of the README beside them.
 *
 * @param kind the kind, as a contract file spells it
 * @param prose what the file says before its first example
 * @param blocks each example as it is written, by its name
 */
record ExampleFile(String kind, String prose, Map<String, List<String>> blocks) {
    static final Path FOLDER = Path.of("src/test/resources/examples");
    private static final Instant ALL_KNOWN = Instant.parse("2100-01-01T00:00:00Z");

    static ExampleFile of(String kind) {
        Map<String, List<String>> blocks = new LinkedHashMap<>();
        List<String> prose = new ArrayList<>();
        List<String> current = prose;
        for (String line : lines(kind)) {
            if (line.startsWith("== ")) {
                current = new ArrayList<>();
                if (blocks.put(line.substring(3).strip(), current) != null) {
                    throw new IllegalArgumentException("Two examples have one name: " + line);
                }
            } else {
                current.add(line);
            }
        }
        return new ExampleFile(kind, String.join("\n", prose).strip(), blocks);
    }

    List<Example> examples() {
        return blocks.entrySet().stream()
                .map(block -> example(block.getKey(), block.getValue()))
                .toList();
    }

    private static Example example(String name, List<String> lines) {
        ExampleReading reading = new ExampleReading(ALL_KNOWN);
        lines.forEach(reading::take);
        return reading.example(name);
    }

    private static List<String> lines(String kind) {
        try {
            return Files.readAllLines(FOLDER.resolve(kind + ".txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
