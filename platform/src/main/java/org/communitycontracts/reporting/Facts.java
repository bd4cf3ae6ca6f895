package org.communitycontracts.reporting;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was said of a happening, as the one JSON text for it that is stored. */
final class Facts {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};

    private Facts() {}

    /** The facts in the order of their names, so that equal facts are equal text. */
    static String json(Map<String, String> facts) {
        return facts.isEmpty() ? "{}" : JSON.writeValueAsString(new TreeMap<>(facts));
    }

    static Map<String, String> parse(String json) {
        return "{}".equals(json) ? Map.of() : JSON.readValue(json, MAP);
    }
}
