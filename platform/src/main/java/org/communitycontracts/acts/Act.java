package org.communitycontracts.acts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something somebody did here. Council, moment, role, verb and thing are kept in clear and for good; whom, why, the person
 * and the details may be personal, so they are kept apart and can be erased.
 *
 * @param council the number of the council it belongs to
 * @param at when it was done; cut to whole microseconds
 * @param by who did it
 * @param verb what was done, such as {@code party.opened}; verbs that begin with {@code record.} are the record's own
 * @param thing on which object
 * @param whom the person it was done for or to; null when nobody in particular
 * @param why the reason in free text; null when none was given
 * @param details more personal values, each under a short name. Like the reason, they are taken to be about the person it
 *     was done for, or, without one, about who did it: erasing that person erases them
 */
public record Act(
        long council,
        Instant at,
        By by,
        String verb,
        Thing thing,
        @Nullable UUID whom,
        @Nullable String why,
        Map<String, String> details) {
    private static final Pattern VERB = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_-]{0,59}");
    private static final Pattern REFERENCE = Pattern.compile("\\P{Cc}{1,200}");
    private static final Set<String> PLACES = Set.of("who", "whom", "why");

    /**
     * Who acts.
     *
     * @param role a short word for what they acted as: {@code resident}, {@code coordinator}, {@code program}
     * @param person their number; null when nobody we know, or the program itself
     */
    public record By(String role, @Nullable UUID person) {
        public By {
            check("A role", WORD, role);
        }
    }

    /**
     * What an act is done on.
     *
     * @param kind what it is, {@code party}
     * @param reference its number or short name; it is public for good, so it says nothing about a person
     */
    public record Thing(String kind, String reference) {
        public Thing {
            check("A kind of thing", WORD, kind);
            check("A reference", REFERENCE, reference);
            check("A reference", REFERENCE, stored(reference));
        }
    }

    public Act {
        check("A verb", VERB, verb);
        at = at.truncatedTo(ChronoUnit.MICROS);
        why = why == null ? null : stored(why);
        TreeMap<String, String> sorted = new TreeMap<>();
        details.forEach((name, value) -> {
            check("The name of a detail", WORD, name);
            if (PLACES.contains(name)) {
                throw new IllegalArgumentException("A detail has a name of its own, not " + name);
            }
            sorted.put(name, stored(value));
        });
        details = Map.copyOf(sorted);
    }

    /** An act done for nobody in particular, without a reason. */
    public static Act of(long council, Instant at, By by, String verb, Thing thing) {
        return new Act(council, at, by, verb, thing, null, null, Map.of());
    }

    /** The same act, done for this person. */
    public Act forPerson(UUID person) {
        return new Act(council, at, by, verb, thing, person, why, details);
    }

    /** The same act, with its reason. */
    public Act because(String reason) {
        return new Act(council, at, by, verb, thing, whom, reason, details);
    }

    /** The same act with one more personal value. */
    public Act with(String name, String value) {
        Map<String, String> more = new TreeMap<>(details);
        more.put(name, value);
        return new Act(council, at, by, verb, thing, whom, why, more);
    }

    /** What may be personal, by the name of its place. */
    Map<String, String> personal() {
        Map<String, String> personal = new TreeMap<>(details);
        if (by.person() != null) {
            personal.put("who", by.person().toString());
        }
        if (whom != null) {
            personal.put("whom", whom.toString());
        }
        if (why != null) {
            personal.put("why", why);
        }
        return personal;
    }

    /** The text as the database can hold it: no zero characters, no halves of characters. */
    private static String stored(String text) {
        byte[] bytes = text.replace('\0', '\ufffd').getBytes(StandardCharsets.UTF_8);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void check(String what, Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(what + " looks like " + pattern + ", not like " + text);
        }
    }
}
