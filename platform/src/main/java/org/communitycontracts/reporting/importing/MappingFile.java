package org.communitycontracts.reporting.importing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.communitycontracts.reporting.Point;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a mapping file, and tells every fault of it with its line and column. */
final class MappingFile {
    private static final String FORMAT = "service-requests/1";
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_-]{0,39}");
    private static final Set<String> REQUIRED =
            Set.of("mapping", "source", "name", "licence", "zone", "times", "columns");
    private static final Set<String> OPTIONAL = Set.of(
            "encoding",
            "separator",
            "may_be_missing",
            "status",
            "reasons",
            "unknown_areas",
            "categories",
            "box",
            "placeholders",
            "free_text");
    private final MappingNodes nodes;
    private Map<String, Node> keys = Map.of();

    /** What became of reading a mapping file. */
    sealed interface Answer {
        record Understood(Mapping mapping) implements Answer {}

        record Refused(List<MappingFault> faults) implements Answer {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    private MappingFile(String file) {
        this.nodes = new MappingNodes(file);
    }

    static Answer read(String file, String text) {
        return new MappingFile(file).read(text);
    }

    private Answer read(String text) {
        Optional<Node> root = nodes.root(text);
        if (root.isPresent()) {
            keys = nodes.map(root.get(), "a mapping file", REQUIRED, OPTIONAL);
        }
        if (!nodes.faults().isEmpty()) {
            return new Answer.Refused(nodes.faults());
        }
        Mapping mapping = mapping();
        return nodes.faults().isEmpty() ? new Answer.Understood(mapping) : new Answer.Refused(nodes.faults());
    }

    private Mapping mapping() {
        if (!FORMAT.equals(text("mapping"))) {
            nodes.fault(keys.get("mapping"), "Write `mapping: " + FORMAT + "`");
        }
        Mapping.Columns columns = new MappingColumns(nodes).read(node("columns"), keys.get("free_text"));
        return new Mapping(
                word(node("source"), "the name of the source"),
                text("name"),
                text("licence"),
                times(),
                keys.containsKey("encoding") ? charset() : StandardCharsets.UTF_8,
                keys.containsKey("separator") ? separator() : null,
                columns,
                words("may_be_missing"),
                keys.containsKey("status") ? status() : Map.of(),
                keys.containsKey("reasons") ? reasons() : Map.of(),
                words("unknown_areas"),
                keys.containsKey("categories") ? categories(columns.category().size()) : Map.of(),
                new Mapping.Extent(keys.containsKey("box") ? box() : null, placeholders()));
    }

    private Set<String> words(String key) {
        return keys.containsKey(key) ? new HashSet<>(nodes.texts(node(key), "a list of texts")) : Set.of();
    }

    private Times times() {
        ZoneId zone = ZoneId.of("UTC");
        try {
            zone = ZoneId.of(text("zone"));
        } catch (DateTimeException fault) {
            nodes.fault(keys.get("zone"), "This is not a time zone. Write for example `Europe/London`");
        }
        List<String> patterns = new ArrayList<>(nodes.texts(node("times"), "how dates and times are written"));
        for (String pattern : List.copyOf(patterns)) {
            Times.fault(pattern).ifPresent(because -> {
                patterns.remove(pattern);
                nodes.fault(
                        keys.get("times"),
                        "`" + pattern + "` does not say how a time is written (" + because
                                + "). Write for example `dd/MM/yyyy HH:mm:ss`, or `iso`");
            });
        }
        return new Times(zone, patterns);
    }

    private Charset charset() {
        try {
            return Charset.forName(text("encoding"));
        } catch (IllegalArgumentException fault) {
            nodes.fault(
                    keys.get("encoding"), "This encoding is not known. Write for example `UTF-8` or `windows-1252`");
            return StandardCharsets.UTF_8;
        }
    }

    private char separator() {
        String separator = text("separator");
        String plain = "tab".equals(separator) ? "\t" : separator;
        if (plain.length() != 1 || plain.charAt(0) == '"') {
            nodes.fault(keys.get("separator"), "Write one character, such as `\";\"`, or the word `tab`");
            return ',';
        }
        return plain.charAt(0);
    }

    private Map<String, Boolean> status() {
        Map<String, Boolean> status = new HashMap<>();
        nodes.anyKeys(node("status"), "the source's words, each `open` or `closed`")
                .forEach((word, node) -> {
                    String meaning = nodes.text(node, "`open` or `closed`");
                    if (!"open".equals(meaning) && !"closed".equals(meaning)) {
                        nodes.fault(node, "A status means `open` or `closed`, not `" + meaning + "`");
                    }
                    status.put(word, "closed".equals(meaning));
                });
        return status;
    }

    private Map<String, String> reasons() {
        Map<String, String> reasons = new HashMap<>();
        nodes.anyKeys(node("reasons"), "the source's words, and ours for them")
                .forEach((word, node) -> reasons.put(word, word(node, "our word for the reason")));
        return reasons;
    }

    private Map<String, String> categories(int parts) {
        Map<String, String> categories = new HashMap<>();
        for (Node node : nodes.list(node("categories"), "categories")) {
            Map<String, Node> one = nodes.map(node, "a category", Set.of("is", "words"), Set.of());
            Node words = one.get("words");
            Node is = one.get("is");
            if (words == null || is == null) {
                continue;
            }
            List<String> texts = nodes.texts(words, "the words of each category column");
            if (texts.size() != parts) {
                nodes.fault(words, "Write a word for each of the " + parts + " columns of `category`");
            }
            if (categories.put(Mapping.joined(texts), word(is, "the category of contracts")) != null) {
                nodes.fault(words, "These words stand twice");
            }
        }
        return categories;
    }

    private Mapping.Box box() {
        Set<String> sides = Set.of("south", "west", "north", "east");
        Map<String, Node> box = nodes.map(node("box"), "a box", sides, Set.of());
        if (!box.keySet().containsAll(sides)) {
            return new Mapping.Box(-90, -180, 90, 180);
        }
        Function<String, Double> side = name -> nodes.number(box.getOrDefault(name, node("box")), name);
        return new Mapping.Box(side.apply("south"), side.apply("west"), side.apply("north"), side.apply("east"));
    }

    private Set<Point> placeholders() {
        Set<Point> placeholders = new HashSet<>();
        if (!keys.containsKey("placeholders")) {
            return placeholders;
        }
        for (Node node : nodes.list(node("placeholders"), "points, each [latitude, longitude]")) {
            List<Node> pair = nodes.list(node, "latitude and longitude");
            if (pair.size() == 2 && Math.abs(nodes.number(pair.getFirst(), "latitude")) <= 90) {
                placeholders.add(new Point(
                        nodes.number(pair.getFirst(), "latitude"), nodes.number(pair.getLast(), "longitude")));
            } else {
                nodes.fault(node, "Write a point as [latitude, longitude]");
            }
        }
        return placeholders;
    }

    private String word(Node node, String what) {
        String word = nodes.text(node, what);
        if (!word.isEmpty() && !WORD.matcher(word).matches()) {
            nodes.fault(
                    node, "`" + word + "` is not a name: small letters, digits, - and _, at most 40, a letter first");
        }
        return word;
    }

    private String text(String key) {
        return nodes.text(node(key), key);
    }

    private Node node(String key) {
        Node node = keys.get(key);
        if (node == null) {
            throw new IllegalStateException("Missing keys are told before any is read");
        }
        return node;
    }
}
