package org.communitycontracts.acts;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of a record's file: an act with its place in the chain.
 *
 * @param before the digest of the line before
 * @param hash the digest of this one, as the chain has it
 * @param openings the personal values that are not erased; null where the file leaves them out
 */
record RecordLine(
        long number,
        String before,
        Entry entry,
        String hash,
        @Nullable Map<String, Commitment> openings) {
    static RecordLine parse(String line) {
        JsonNode json = JsonMapper.shared().readTree(line);
        Map<String, String> commitments = new TreeMap<>();
        json.required("commitments")
                .properties()
                .forEach(each -> commitments.put(each.getKey(), each.getValue().asString()));
        Entry entry = new Entry(
                json.required("council").asLong(),
                UUID.fromString(json.required("id").asString()),
                Instant.parse(json.required("moment").asString()),
                json.required("role").asString(),
                json.required("verb").asString(),
                json.required("object").required("kind").asString(),
                json.required("object").required("reference").asString(),
                commitments);
        return new RecordLine(
                json.required("number").asLong(),
                json.required("before").asString(),
                entry,
                json.required("hash").asString(),
                openings(json.get("openings")));
    }

    private static @Nullable Map<String, Commitment> openings(@Nullable JsonNode json) {
        if (json == null) {
            return null;
        }
        Map<String, Commitment> openings = new TreeMap<>();
        json.properties()
                .forEach(each -> openings.put(
                        each.getKey(),
                        new Commitment(
                                each.getValue().required("salt").asString(),
                                each.getValue().required("value").asString())));
        return openings;
    }

    /** The line as JSON, always the same bytes. */
    String json() {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("council", entry.council())
                .put("number", number)
                .put("id", entry.id().toString())
                .put("moment", entry.moment().toString())
                .put("role", entry.role())
                .put("verb", entry.verb());
        json.putObject("object").put("kind", entry.kind()).put("reference", entry.reference());
        ObjectNode commitments = json.putObject("commitments");
        entry.commitments().forEach(commitments::put);
        if (openings != null) {
            ObjectNode open = json.putObject("openings");
            openings.forEach((place, opening) ->
                    open.putObject(place).put("salt", opening.salt()).put("value", opening.value()));
        }
        return json.put("before", before).put("hash", hash).toString();
    }
}
