package org.communitycontracts.reporting.importing;

import java.util.ArrayList;
import java.util.Collection;
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

/** The nodes of a mapping file, read by what each should be; every fault is collected with its place. */
final class MappingNodes {
    private static final int LONGEST = 1 << 18;
    private static final int LONGEST_TEXT = 2_000;

    private final String file;
    private final List<MappingFault> faults = new ArrayList<>();

    MappingNodes(String file) {
        this.file = file;
    }

    List<MappingFault> faults() {
        return faults;
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
                fault(Optional.empty(), "The file is empty");
            }
            return root;
        } catch (MarkedYamlEngineException fault) {
            fault(fault.getProblemMark(), "This is not YAML: " + fault.getProblem());
        } catch (RuntimeException | StackOverflowError fault) {
            fault(Optional.empty(), "This is not YAML that can be read (at most 256 KiB, without aliases)");
        }
        return Optional.empty();
    }

    /** The values of a map by key; a key that is unknown, double or missing is a fault. */
    Map<String, Node> map(Node node, String what, Set<String> required, Set<String> optional) {
        Map<String, Node> values = anyKeys(node, what);
        Collection<String> known = new TreeSet<>(required);
        known.addAll(optional);
        if (node instanceof MappingNode map) {
            for (NodeTuple entry : map.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key && !known.contains(key.getValue())) {
                    fault(
                            key,
                            "`" + key.getValue() + "` is not a key of " + what + ". The keys are: "
                                    + String.join(", ", known));
                }
            }
            for (String key : new TreeSet<>(required)) {
                if (!values.containsKey(key)) {
                    fault(node, "The key `" + key + "` is missing in " + what);
                }
            }
        }
        return values;
    }

    /** The values of a map whose keys are free. */
    Map<String, Node> anyKeys(Node node, String what) {
        Map<String, Node> values = new LinkedHashMap<>();
        if (!(node instanceof MappingNode map)) {
            fault(node, "Here should be keys with values: " + what);
            return values;
        }
        for (NodeTuple entry : map.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                fault(entry.getKeyNode(), "A key is a plain text");
            } else if (values.put(key.getValue(), entry.getValueNode()) != null) {
                fault(key, "The key `" + key.getValue() + "` stands twice");
            }
        }
        return values;
    }

    List<Node> list(Node node, String what) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        fault(node, "Here should be a list: " + what);
        return List.of();
    }

    /** A list of texts, or one text alone. */
    List<String> texts(Node node, String what) {
        return node instanceof ScalarNode
                ? List.of(text(node, what))
                : list(node, what).stream().map(each -> text(each, what)).toList();
    }

    /** The text; empty, with a fault, when there is none. */
    String text(Node node, String what) {
        if (node instanceof ScalarNode scalar
                && !scalar.getValue().isBlank()
                && scalar.getValue().length() <= LONGEST_TEXT) {
            return scalar.getValue();
        }
        fault(node, "Here should be a text of at most " + LONGEST_TEXT + " characters: " + what);
        return "";
    }

    double number(Node node, String what) {
        try {
            double number = Double.parseDouble(text(node, what));
            if (Math.abs(number) <= 180) {
                return number;
            }
        } catch (NumberFormatException fault) {
            // Told below, with what is no number and what is too large.
        }
        fault(node, "Here should be a number of degrees: " + what);
        return 0;
    }

    void fault(@Nullable Node node, String message) {
        fault(node == null ? Optional.empty() : node.getStartMark(), message);
    }

    private void fault(Optional<Mark> mark, String message) {
        faults.add(new MappingFault(
                file,
                mark.map(Mark::getLine).orElse(0) + 1,
                mark.map(Mark::getColumn).orElse(0) + 1,
                message));
    }
}
