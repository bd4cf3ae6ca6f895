package org.communitycontracts.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.contracts.Node.Entry;
import org.communitycontracts.contracts.Node.Items;
import org.communitycontracts.contracts.Node.Text;
import org.communitycontracts.contracts.Node.Whole;

/**
 * Holds a tree against the JSON Schema of contracts ({@code contract-schema.json}) and tells every difference in plain
 * words. It knows the keywords which that schema uses and no others.
 */
final class Schema {
    private static final String WHOLE = "0|-?[1-9]\\d{0,8}";
    private static final Rule CONTRACT = Rule.of(load("contract-schema.json"));

    private final Faults faults;

    private Schema(Faults faults) {
        this.faults = faults;
    }

    /** The same tree, with numbers where the schema asks for them; what differs is in the faults. */
    static Node read(Node tree, Faults faults) {
        return new Schema(faults).read(CONTRACT, tree);
    }

    private Node read(Rule rule, Node node) {
        if (faults.isFull()) {
            return node;
        }
        return form(rule, node).map(form -> readForm(form, node)).orElseGet(() -> wrongKind(rule, node));
    }

    private Node readForm(Rule form, Node node) {
        return switch (form.type().orElse("string")) {
            case "object" -> node instanceof Entries group ? readEntries(form, group) : wrongKind(form, node);
            case "array" -> node instanceof Items list ? readItems(form, list) : wrongKind(form, node);
            case "integer" -> node instanceof Text text ? readWhole(form, text) : wrongKind(form, node);
            default -> node instanceof Text text && !text.isBlank() ? readText(form, text) : wrongKind(form, node);
        };
    }

    /** Of the forms a value may take the one it was meant to have; empty when it is of none of their kinds. */
    private static Optional<Rule> form(Rule rule, Node node) {
        List<Rule> forms = rule.forms().stream()
                .filter(one -> one.type().map(type -> isOf(type, node)).orElse(true))
                .toList();
        boolean isWhole =
                node instanceof Text text && text.plain() && text.text().matches(WHOLE);
        return forms.stream()
                .filter(one -> one.type().filter("integer"::equals).isPresent() == isWhole)
                .findFirst()
                .or(() -> forms.stream().findFirst());
    }

    private static boolean isOf(String type, Node node) {
        return switch (node) {
            case Entries group -> type.equals("object");
            case Items list -> type.equals("array");
            default -> type.equals("string") || type.equals("integer");
        };
    }

    private Node wrongKind(Rule rule, Node node) {
        faults.add(
                node.place(),
                "Here stands " + node.kind() + ", where " + rule.title() + " belongs.",
                rule.description());
        return node;
    }

    private Node readText(Rule rule, Text node) {
        String text = node.text();
        List<String> choices = rule.choices();
        int length = text.codePointCount(0, text.length());
        if (!choices.isEmpty() && !choices.contains(text)) {
            String all = "Write " + Faults.list(choices, "or") + ".";
            notOne(rule, node, Nearest.ask(text, choices, all));
        } else if (length < rule.limit("minLength", 0) || length > rule.limit("maxLength", length)) {
            String limit = rule.limit("minLength", 0) + " to " + rule.limit("maxLength", Integer.MAX_VALUE);
            faults.add(
                    node.place(),
                    "This text has " + length + " characters; " + rule.title() + " has " + limit + ".",
                    rule.description());
        } else if (!rule.isMatchedBy(text) || (rule.isDate() && !isDate(text))) {
            notOne(rule, node, rule.description());
        }
        return node;
    }

    /** A day that there is: 30 February is none. */
    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException none) {
            return false;
        }
    }

    private void notOne(Rule rule, Text node, String whatToWrite) {
        faults.add(node.place(), Faults.quote(node.text()) + " is not " + rule.title() + ".", whatToWrite);
    }

    private Node readWhole(Rule rule, Text node) {
        if (!node.text().matches(WHOLE)) {
            notOne(rule, node, rule.description());
            return node;
        }
        if (!node.plain()) {
            faults.add(node.place(), "This number stands in quotes.", "Write it without them: `" + node.text() + "`.");
            return node;
        }
        int number = Integer.parseInt(node.text());
        boolean isAllowed = rule.numbers().isEmpty() || rule.numbers().contains(node.text());
        if (!isAllowed || number < rule.limit("minimum", number) || number > rule.limit("maximum", number)) {
            notOne(rule, node, rule.description());
        }
        return new Whole(node.place(), number);
    }

    private Node readItems(Rule rule, Items list) {
        count(rule, list, list.items().size(), "Items");
        List<Node> items = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Node item : list.items()) {
            items.add(rule.item().map(one -> read(one, item)).orElse(item));
            if (rule.isUnique() && item instanceof Text text && !seen.add(text.text())) {
                faults.add(item.place(), Faults.quote(text.text()) + " stands in this list twice.", "Leave one out.");
            }
        }
        return new Items(list.place(), items);
    }

    private void count(Rule rule, Node node, int count, String what) {
        int least = rule.limit("min" + what, 0);
        int most = rule.limit("max" + what, Integer.MAX_VALUE);
        if (count < least || count > most) {
            String limit = count < least ? least + " or more" : most + " at most";
            faults.add(
                    node.place(),
                    "Here stand " + count + " entries; " + rule.title() + " has " + limit + ".",
                    rule.description());
        }
    }

    private Node readEntries(Rule rule, Entries group) {
        count(rule, group, group.entries().size(), "Properties");
        Map<String, Entry> entries = new LinkedHashMap<>();
        Set<String> meant = new HashSet<>();
        group.entries().forEach((key, entry) -> {
            rule.names().ifPresent(names -> read(names, new Text(entry.key(), key, false)));
            Optional<Rule> known = rule.key(key);
            if (known.isEmpty() && !rule.isOpen() && !faults.isFull()) {
                refuseKey(rule, key, entry).ifPresent(meant::add);
            }
            Node value = known.map(one -> read(one, entry.value())).orElse(entry.value());
            entries.put(key, new Entry(entry.key(), value));
        });
        requireKeys(rule, rule, group, meant);
        for (Rule.Condition condition : rule.conditions()) {
            if (isMet(condition.when(), group)) {
                requireKeys(rule, condition.then(), group, meant);
            }
        }
        return new Entries(group.place(), entries);
    }

    /** Gives the key that was meant, when one is near. */
    private Optional<String> refuseKey(Rule rule, String key, Entry entry) {
        Optional<String> meant = Nearest.find(key, rule.keys());
        faults.add(
                entry.key(),
                Faults.quote(key) + " is not a key of " + rule.title() + ".",
                meant.map(Nearest::ask).orElse("Its keys are " + Faults.list(rule.keys(), "and") + "."));
        return meant;
    }

    /** Of a key that is missing because it was misspelt, the fault of the misspelt key says all that is needed. */
    private void requireKeys(Rule titled, Rule rule, Entries group, Set<String> meant) {
        for (String key : rule.required()) {
            if (!group.has(key) && !meant.contains(key)) {
                String what = titled.key(key).map(Rule::description).orElse("");
                faults.add(
                        group.place(),
                        "Here is " + titled.title() + " without " + Faults.quote(key) + ".",
                        ("Add " + Faults.quote(key) + ". " + what).strip());
            }
        }
    }

    private static boolean isMet(Rule when, Entries group) {
        Faults differences = new Faults("");
        new Schema(differences).read(when, group);
        return differences.isEmpty();
    }

    /** The schema is JSON, and JSON is YAML: it is read by the reader of contracts. */
    private static Entries load(String name) {
        Faults faults = new Faults(name);
        try (InputStream stream = Objects.requireNonNull(Schema.class.getResourceAsStream(name))) {
            Optional<Node> tree = YamlText.read(stream.readAllBytes(), faults);
            return (Entries) tree.orElseThrow(
                    () -> new IllegalStateException(faults.list().toString()));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
