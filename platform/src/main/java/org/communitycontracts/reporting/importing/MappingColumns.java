package org.communitycontracts.reporting.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the part of a mapping file that says which column holds what. */
final class MappingColumns {
    private static final Set<String> NEEDED = Set.of("id", "opened", "category");
    private static final Set<String> OTHERS =
            Set.of("closed", "promised", "updated", "status", "latitude", "longitude", "area", "reason");

    private final MappingNodes nodes;
    private Map<String, Node> named = Map.of();

    MappingColumns(MappingNodes nodes) {
        this.nodes = nodes;
    }

    /**
     * The columns of this node.
     *
     * @param freeText the columns that hold what people wrote; null when the file names none
     */
    Mapping.Columns read(Node node, @Nullable Node freeText) {
        named = nodes.map(node, "columns", NEEDED, OTHERS);
        if (named.containsKey("latitude") != named.containsKey("longitude")) {
            nodes.fault(node, "`latitude` and `longitude` come together or not at all");
        }
        Node category = named.get("category");
        Mapping.Columns columns = new Mapping.Columns(
                needed("id"),
                needed("opened"),
                column("closed"),
                column("promised"),
                column("updated"),
                column("status"),
                category == null ? List.of("") : nodes.texts(category, "one or more columns"),
                column("latitude"),
                column("longitude"),
                column("area"),
                column("reason"));
        if (freeText != null) {
            refuseFreeText(columns, freeText);
        }
        return columns;
    }

    private String needed(String key) {
        return Optional.ofNullable(column(key)).orElse("");
    }

    private @Nullable String column(String key) {
        Node node = named.get(key);
        return node == null ? null : nodes.text(node, "the name of a column");
    }

    /** What people wrote may not come into the columns that are shown. */
    private void refuseFreeText(Mapping.Columns columns, Node freeText) {
        List<String> shown = new ArrayList<>(columns.category());
        Optional.ofNullable(columns.area()).ifPresent(shown::add);
        for (String column : nodes.texts(freeText, "columns that are never shown")) {
            if (shown.contains(column)) {
                nodes.fault(freeText, "`" + column + "` is free text, so it cannot be a category or an area");
            }
        }
    }
}
