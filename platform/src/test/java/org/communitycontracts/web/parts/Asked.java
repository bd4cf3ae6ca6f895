package org.communitycontracts.web.parts;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a fixture of the design system asks of a component; whatever nobody reads is something our tags cannot say. */
final class Asked {
    private final JsonNode options;
    private final Set<String> read = new HashSet<>();
    private final List<Asked> within = new ArrayList<>();

    Asked(JsonNode options) {
        this.options = options;
    }

    /** Whether all that is asked was read. */
    boolean isSaid() {
        return options.propertyNames().stream().allMatch(read::contains)
                && within.stream().allMatch(Asked::isSaid);
    }

    @Nullable
    String text(String name) {
        read.add(name);
        return options.has(name) ? options.path(name).asString() : null;
    }

    String text(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    /** A plain text or marked-up content. */
    Optional<Content> content(String text, String html) {
        String marked = text(html);
        String plain = text(text);
        return marked != null
                ? Optional.of(output -> output.writeContent(marked))
                : Optional.ofNullable(plain).map(words -> output -> output.writeContent(escape(words)));
    }

    /** Whether it is asked to be so; that something be explicitly not so is nothing our tags can say. */
    boolean is(String name) {
        boolean yes = options.path(name).asBoolean(false);
        if (yes) {
            read.add(name);
        }
        return yes;
    }

    boolean has(String name) {
        return options.has(name);
    }

    Asked of(String name) {
        read.add(name);
        Asked inner = new Asked(options.path(name));
        within.add(inner);
        return inner;
    }

    List<Asked> all(String name) {
        read.add(name);
        List<Asked> all = StreamSupport.stream(options.path(name).spliterator(), false)
                .filter(item -> item.isObject() && !item.isEmpty())
                .map(Asked::new)
                .toList();
        within.addAll(all);
        return all;
    }

    /** Whether something empty stands among the items, which our lists never hold. */
    boolean hasGaps(String name) {
        return options.path(name).valueStream().anyMatch(item -> !item.isObject() || item.isEmpty());
    }

    /** The ending of the one class that begins so; any other class is something we cannot say. */
    String ending(String beginning) {
        String classes = options.path("classes").asString("");
        if (classes.startsWith(beginning) && !classes.contains(" ")) {
            read.add("classes");
            return classes.substring(beginning.length());
        }
        return "";
    }

    List<List<Asked>> rows(String name) {
        read.add(name);
        List<List<Asked>> rows = new ArrayList<>();
        for (JsonNode row :
                options.path(name).valueStream().filter(JsonNode::isArray).toList()) {
            List<Asked> cells = StreamSupport.stream(row.spliterator(), false)
                    .map(Asked::new)
                    .toList();
            within.addAll(cells);
            rows.add(cells);
        }
        return rows;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
