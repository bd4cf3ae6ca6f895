package org.communitycontracts.contracts;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitycontracts.contracts.Node.Entries;

/** The library of real promises: contract files of one body or field each, what is refused, and the index of both. */
final class Library {
    static final Path FOLDER = Path.of("..", "engine", "src", "main", "resources", "clauses");

    private static final String REFUSED = "refused.yaml";
    private static final Pattern CLAUSE = Pattern.compile("(?m)^  - id: (\\S+)$");

    /**
     * A line of the index.
     *
     * @param row which rule: {@code standard 3.13}, the 13th of the 3rd source, or {@code rule 47}
     * @param clauses the clauses that express it, each as file#clause
     * @param refused empty, {@code part} or {@code whole}
     * @param because why, when something of it is refused
     */
    record Line(String row, List<String> clauses, String refused, String because) {
        private static Line of(NamedCsvRecord line) {
            String clauses = line.getField("clauses");
            return new Line(
                    line.getField("row"),
                    clauses.isEmpty() ? List.of() : Arrays.asList(clauses.split(" ", -1)),
                    line.getField("refused"),
                    line.getField("because"));
        }
    }

    /** What a person is told whose rule, or a part of it, is refused. */
    record Refusal(String row, String what, String asked, String because, String instead) {}

    private Library() {}

    /** The contract files, by name. */
    static List<Path> contracts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith(REFUSED))
                    .sorted()
                    .toList();
        }
    }

    static Reading read(Path file) throws IOException {
        return Reading.of(file.getFileName().toString(), Files.readAllBytes(file));
    }

    static List<Line> index() throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve("index.csv"))) {
            return csv.stream().map(Line::of).toList();
        }
    }

    static List<Refusal> refusals() throws IOException {
        Faults faults = new Faults(REFUSED);
        Entries root = (Entries) YamlText.read(Files.readAllBytes(FOLDER.resolve(REFUSED)), faults)
                .orElseThrow(() -> new AssertionError(faults.list()));
        return root.groups("refused").stream()
                .map(one -> new Refusal(
                        one.text("row"), one.text("what"), one.text("asked"), one.text("because"), one.text("instead")))
                .toList();
    }

    /** Each clause as file#clause, with the rows that its remark names. */
    static Map<String, Set<String>> rowsByClause() throws IOException {
        Map<String, Set<String>> rows = new HashMap<>();
        for (Path file : contracts()) {
            List<String> remark = new ArrayList<>();
            List<String> lines = Files.readAllLines(file);
            for (String line : lines.subList(lines.indexOf("clauses:"), lines.size())) {
                if (line.startsWith("  # ")) {
                    remark.add(line.substring(4));
                }
                CLAUSE.matcher(line)
                        .results()
                        .findFirst()
                        .ifPresent(clause -> rows.put(file.getFileName() + "#" + clause.group(1), rows(remark)));
                if (line.startsWith("  - id: ")) {
                    remark.clear();
                }
            }
        }
        return rows;
    }

    /** "standards 13.5 and 13.6; rules 73, 74: why" names four rows; what stands after the colon names none. */
    private static Set<String> rows(List<String> remark) {
        String named =
                String.join(" ", remark).replaceAll(":.*", "").replaceAll(", (P\\d|first clock|second clock)", "");
        Set<String> rows = new TreeSet<>();
        for (String part : named.split("; ", -1)) {
            String kind = part.replaceAll("s? .*", " ");
            rows.addAll(Pattern.compile("\\d+(\\.\\d+)?")
                    .matcher(part)
                    .results()
                    .map(MatchResult::group)
                    .map(number -> kind + number)
                    .collect(Collectors.toSet()));
        }
        return rows;
    }
}
