package org.communitycontracts.reporting.importing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a request of Open311 GeoReport v2 means, whichever way it was written. */
final class Open311Fields {
    /** The fields that are read; all others, and with them what people wrote, are passed over. */
    static final List<String> READ = List.of(
            "service_request_id",
            "status",
            "service_name",
            "service_code",
            "requested_datetime",
            "updated_datetime",
            "expected_datetime",
            "lat",
            "long");

    private static final Set<String> BEGINNINGS = Set.of("submitted", "opened");

    private Open311Fields() {}

    /**
     * A note of the history some servers add.
     *
     * @param type the server's word for it
     * @param datetime when, with its offset
     */
    record Note(String type, String datetime) {}

    static ServiceRequest request(Map<String, String> fields, List<Note> notes) throws BadRow {
        String id = Cells.id(fields.get("service_request_id"), "service_request_id");
        Instant opened = moment(fields, "requested_datetime");
        if (opened == null) {
            throw new BadRow("requested_datetime is empty");
        }
        Instant updated = moment(fields, "updated_datetime");
        boolean isClosed = isClosed(fields);
        if (isClosed && updated == null) {
            throw new BadRow("The status says closed, but there is no updated_datetime");
        }
        return new ServiceRequest(
                id,
                opened,
                isClosed ? updated : null,
                moment(fields, "expected_datetime"),
                updated,
                List.of(category(fields)),
                Cells.degrees(fields.get("lat")),
                Cells.degrees(fields.get("long")),
                null,
                null,
                steps(notes, opened));
    }

    private static boolean isClosed(Map<String, String> fields) throws BadRow {
        String status = fields.getOrDefault("status", "").strip().toLowerCase(Locale.ROOT);
        return switch (status) {
            case "open" -> false;
            case "closed" -> true;
            default ->
                throw new BadRow("The status is " + BadRow.quoted(status) + ", which is neither open nor closed");
        };
    }

    private static String category(Map<String, String> fields) throws BadRow {
        String name = fields.getOrDefault("service_name", "").strip();
        String word = name.isEmpty() ? fields.getOrDefault("service_code", "").strip() : name;
        if (word.isEmpty()) {
            throw new BadRow("service_name and service_code are empty");
        }
        return Cells.plain(word, "service_name", 200);
    }

    /** The history between beginning and end; what was written in it stays behind. */
    private static List<ServiceRequest.Step> steps(List<Note> notes, Instant opened) throws BadRow {
        List<ServiceRequest.Step> steps = new ArrayList<>();
        for (Note note : notes) {
            boolean isBetween = !BEGINNINGS.contains(note.type) && !"closed".equals(note.type);
            if (isBetween && note.type.matches("[a-z][a-z0-9_-]{0,39}")) {
                Instant at = Times.INTERNET.moment(note.datetime, "The time of a note");
                ServiceRequest.Step step = new ServiceRequest.Step(note.type, at.isBefore(opened) ? opened : at);
                if (!steps.contains(step)) {
                    steps.add(step);
                }
            }
        }
        steps.sort(Comparator.comparing(ServiceRequest.Step::at));
        return steps;
    }

    private static @Nullable Instant moment(Map<String, String> fields, String field) throws BadRow {
        String text = fields.getOrDefault(field, "").strip();
        return text.isEmpty() ? null : Times.INTERNET.moment(text, field);
    }

    /** The fields in the order of {@link #READ}, for writing a rejected row. */
    static List<String> cells(Map<String, String> fields) {
        return READ.stream().map(field -> fields.getOrDefault(field, "")).toList();
    }
}
