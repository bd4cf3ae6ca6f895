package org.communitycontracts.contracts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.communitycontracts.contracts.Node.Entries;

/**
 * One object of the JSON Schema of contracts. Its {@code title} says what the value is called ("a length of time"), its
 * {@code description} what to write; the faults are told in these words.
 */
record Rule(Entries rule) {
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    /** What a key must be for further rules to hold: {@code if} and {@code then}. */
    record Condition(Rule when, Rule then) {}

    /** The schema with every reference written out; what stands beside a reference says more about what it refers to. */
    static Rule of(Entries schema) {
        return new Rule((Entries) expand(schema, schema.entries("$defs")));
    }

    private static Node expand(Node node, Entries defs) {
        return switch (node) {
            case Entries group
            when group.has("$ref") -> {
                String name = group.text("$ref").substring("#/$defs/".length());
                Map<String, Node.Entry> whole =
                        new LinkedHashMap<>(defs.entries(name).entries());
                whole.putAll(group.entries());
                whole.remove("$ref");
                yield expand(new Entries(group.place(), whole), defs);
            }
            case Entries group -> {
                Map<String, Node.Entry> whole = new LinkedHashMap<>();
                group.entries()
                        .forEach((key, entry) ->
                                whole.put(key, new Node.Entry(entry.key(), expand(entry.value(), defs))));
                yield new Entries(group.place(), whole);
            }
            case Node.Items list ->
                new Node.Items(
                        list.place(),
                        list.items().stream().map(item -> expand(item, defs)).toList());
            default -> node;
        };
    }

    private static Rule at(Node node) {
        return new Rule((Entries) node);
    }

    String title() {
        return rule.findText("title").orElse("what belongs here");
    }

    String description() {
        return rule.findText("description").orElse("");
    }

    Optional<String> type() {
        return rule.findText("type");
    }

    /** The texts allowed; empty when any is. */
    List<String> choices() {
        return rule.findText("const").map(List::of).orElse(rule.texts("enum"));
    }

    /** The whole numbers allowed; empty when any is. */
    List<String> numbers() {
        return type().filter("integer"::equals).isPresent() ? rule.texts("enum") : List.of();
    }

    boolean isMatchedBy(String text) {
        return rule.findText("pattern")
                .map(pattern -> PATTERNS.computeIfAbsent(pattern, Rule::compile)
                        .matcher(text)
                        .matches())
                .orElse(true);
    }

    boolean isDate() {
        return rule.findText("format").filter("date"::equals).isPresent();
    }

    /** A limit of the schema, such as {@code maxLength}; {@code otherwise} where it sets none. */
    int limit(String name, int otherwise) {
        return rule.findText(name).map(Integer::parseInt).orElse(otherwise);
    }

    boolean isUnique() {
        return rule.findText("uniqueItems").filter("true"::equals).isPresent();
    }

    List<String> required() {
        return rule.texts("required");
    }

    /** The keys named one by one. */
    List<String> keys() {
        return List.copyOf(rule.findEntries("properties")
                .map(Entries::entries)
                .orElse(Map.of())
                .keySet());
    }

    /** What the value of this key must be; empty when the key is not allowed. */
    Optional<Rule> key(String name) {
        Optional<Node> named = rule.findEntries("properties").flatMap(keys -> keys.find(name));
        return named.or(() -> rule.find("additionalProperties").filter(Entries.class::isInstance))
                .map(Rule::at);
    }

    /** Whether keys that are named nowhere may stand, with any value. */
    boolean isOpen() {
        return !rule.has("additionalProperties");
    }

    Optional<Rule> names() {
        return rule.find("propertyNames").map(Rule::at);
    }

    Optional<Rule> item() {
        return rule.find("items").map(Rule::at);
    }

    /** The forms a value may take; this rule alone when it has one form. */
    List<Rule> forms() {
        List<Rule> forms = rule.items("anyOf").stream().map(Rule::at).toList();
        return forms.isEmpty() ? List.of(this) : forms;
    }

    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        for (Entries both : rule.groups("allOf")) {
            conditions.add(new Condition(at(both.value("if")), at(both.value("then"))));
        }
        return conditions;
    }

    /** Every pattern of the schema speaks of the whole text, so {@code $} never stops before a last line break. */
    private static Pattern compile(String pattern) {
        if (!pattern.startsWith("^") || !pattern.endsWith("$")) {
            throw new IllegalStateException("A pattern of the schema begins with ^ and ends with $: " + pattern);
        }
        return Pattern.compile(pattern.substring(1, pattern.length() - 1));
    }
}
