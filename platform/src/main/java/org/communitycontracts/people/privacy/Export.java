package org.communitycontracts.people.privacy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.communitycontracts.acts.ActList;
import org.communitycontracts.acts.Kept;
import org.communitycontracts.people.Person;
import org.communitycontracts.store.Keeping;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is kept of a person, as one JSON text; nothing of anybody else. */
@Component
class Export {
    private static final int MOST_ACTS = 100_000;

    private final Keeping keeping;
    private final ActList acts;

    Export(Keeping keeping, ActList acts) {
        this.keeping = keeping;
        this.acts = acts;
    }

    /** What the rooms keep, table by table. */
    Map<String, List<Map<String, Object>>> rows(Person person) {
        return keeping.tell(
                new Keeping.Whose(person.council(), person.id(), person.email().folded()));
    }

    String json(Person person, Instant now) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("person", person.id().toString());
        all.put("taken_at", now.toString());
        Map<String, List<Map<String, Object>>> kept = new LinkedHashMap<>();
        rows(person)
                .forEach((table, rows) ->
                        kept.put(table, rows.stream().map(Export::readable).toList()));
        all.put("kept", kept);
        all.put(
                "acts",
                acts.of(person.council(), person.id(), MOST_ACTS).stream()
                        .map(act -> told(act, person))
                        .toList());
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }

    private static Map<String, Object> readable(Map<String, Object> row) {
        Map<String, Object> readable = new LinkedHashMap<>();
        row.forEach((column, value) -> readable.put(column, readable(value)));
        return readable;
    }

    private static @Nullable Object readable(@Nullable Object value) {
        if (value instanceof Timestamp moment) {
            return moment.toInstant().toString();
        }
        if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    /** An act with what is about this person: others who stand in it do not. */
    private static Map<String, Object> told(Kept act, Person person) {
        String self = person.id().toString();
        boolean isForThem = self.equals(open(act, "whom"));
        boolean isAboutThem =
                isForThem || (self.equals(open(act, "who")) && !act.personal().containsKey("whom"));
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("at", act.at().toString());
        told.put("what", act.verb());
        told.put("on", act.thing().kind() + " " + act.thing().reference());
        told.put("as", self.equals(open(act, "who")) ? "you did it, as " + act.role() : "it was done for you");
        if (isAboutThem) {
            List<String> places = new ArrayList<>(act.personal().keySet());
            places.removeAll(List.of("who", "whom"));
            places.forEach(place -> told.put(place, open(act, place)));
        }
        return told;
    }

    private static @Nullable String open(Kept act, String place) {
        return act.personal().get(place) instanceof Kept.Told.Open(String value) ? value : null;
    }
}
