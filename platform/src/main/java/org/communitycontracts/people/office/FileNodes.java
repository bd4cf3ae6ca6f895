package org.communitycontracts.people.office;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The nodes of a council's file, read by what each should be; every fault is kept with its line and column. */
final class FileNodes {
    private static final int LONGEST = 1 << 20;
    private static final int LONGEST_TEXT = 200;

    private final String file;
    private final List<Fault> faults = new ArrayList<>();

    FileNodes(String file) {
        this.file = file;
    }

    private record Fault(int line, int column, String message) {}

    /** All faults in the order of the file, as a command line prints them. */
    List<String> faults() {
        return faults.stream()
                .sorted(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column))
                .map(fault -> file + ":" + fault.line() + ":" + fault.column() + ": " + fault.message())
                .toList();
    }

    boolean isSound() {
        return faults.isEmpty();
    }

    /** The root of the file; empty, with a fault, when it is no YAML. */
    Optional<Node> root(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(LONGEST)
                .setMaxAliasesForCollections(1)
                .setAllowDuplicateKeys(false)
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                add(Optional.empty(), "The file is empty. Begin with `council:`.");
            }
            return root;
        } catch (MarkedYamlEngineException fault) {
            add(
                    fault.getProblemMark(),
                    "From here the file cannot be read as YAML: " + fault.getProblem()
                            + ". Look at this line and the one before.");
        } catch (RuntimeException | StackOverflowError _) {
            add(Optional.empty(), "This is not YAML that can be read (at most 1 MiB, without aliases).");
        }
        return Optional.empty();
    }

    /** The values of a group by key; a key that is unknown, double or missing is a fault. */
    Map<String, Node> map(Node node, String what, Set<String> required, Set<String> optional) {
        Map<String, Node> values = new LinkedHashMap<>();
        if (!(node instanceof MappingNode map)) {
            fault(node, "Here should be the keys of " + what + ": " + String.join(", ", new TreeSet<>(required)) + ".");
            return values;
        }
        for (NodeTuple entry : map.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!required.contains(key) && !optional.contains(key)) {
                Set<String> known = new TreeSet<>(required);
                known.addAll(optional);
                fault(
                        entry.getKeyNode(),
                        "`" + key + "` is not a key of " + what + ". The keys are: " + String.join(", ", known) + ".");
            } else if (values.put(key, entry.getValueNode()) != null) {
                fault(entry.getKeyNode(), "The key `" + key + "` stands twice. Take one out.");
            }
        }
        for (String key : new TreeSet<>(required)) {
            if (!values.containsKey(key)) {
                fault(node, "The key `" + key + "` is missing in " + what + ".");
            }
        }
        return values;
    }

    /** The items of a list; none when the key is not there. */
    List<Node> list(@Nullable Node node, String what) {
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        fault(node, "Here should be a list of " + what + ", each on a line of its own after `- `.");
        return List.of();
    }

    List<String> texts(@Nullable Node node, String what) {
        return list(node, what).stream().map(each -> text(each, what)).toList();
    }

    /** The text; empty, with a fault, when there is none; empty when the key is not there. */
    String text(@Nullable Node node, String what) {
        if (node == null) {
            return "";
        }
        if (node instanceof ScalarNode scalar
                && !scalar.getValue().isBlank()
                && scalar.getValue().length() <= LONGEST_TEXT
                && scalar.getValue().codePoints().noneMatch(Character::isISOControl)) {
            return scalar.getValue().strip();
        }
        fault(node, "Here should be " + what + ", on one line of at most " + LONGEST_TEXT + " letters.");
        return "";
    }

    void fault(@Nullable Node node, String message) {
        add(node == null ? Optional.empty() : node.getStartMark(), message);
    }

    private void add(Optional<Mark> mark, String message) {
        faults.add(new Fault(
                mark.map(Mark::getLine).orElse(0) + 1, mark.map(Mark::getColumn).orElse(0) + 1, message));
    }
}
