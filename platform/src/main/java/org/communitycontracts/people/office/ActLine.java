package org.communitycontracts.people.office;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitycontracts.acts.Act;
import org.communitycontracts.acts.Kept;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * One act in words.
 *
 * @param what who did what, on which object
 * @param about when, for whom, why, and its number in the record
 */
record ActLine(String what, List<String> about) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK);
    /** How {@code Standings} writes a role as an object: "champion in 3 for 2". */
    private static final Pattern ROLE = Pattern.compile("([a-z_]+)(?: in (\\d+))?(?: for (\\d+))?");

    static ActLine of(Kept act, Office office, Map<UUID, String> names) {
        Words words = office.words();
        String verb = "verb." + act.verb();
        String thing = thing(act.thing(), office);
        List<String> about = new ArrayList<>();
        about.add(MOMENT.format(act.at().atZone(office.council().zone())));
        if (act.personal().containsKey("whom") && !isSelf(act)) {
            about.add(words.of("act.whom", name(act, "whom", office, names)));
        }
        if (act.personal().get("why") instanceof Kept.Told.Open(String why)) {
            about.add(words.of("act.why", why));
        }
        if (act.number() != null) {
            about.add(words.of("act.number", act.number()));
        }
        String who = who(act, office, names);
        return new ActLine(
                words.has(verb) ? words.of(verb, who, thing) : words.of("verb.other", who, act.verb(), thing), about);
    }

    /** The number of the person in that place of an act; null when there is none, or none any more. */
    static @Nullable UUID person(Kept act, String place) {
        return act.personal().get(place) instanceof Kept.Told.Open(String value) ? UUID.fromString(value) : null;
    }

    private static boolean isSelf(Kept act) {
        UUID who = person(act, "who");
        return who != null && who.equals(person(act, "whom"));
    }

    private static String name(Kept act, String place, Office office, Map<UUID, String> names) {
        Words words = office.words();
        Kept.Told told = act.personal().get(place);
        if (told instanceof Kept.Told.Erased) {
            return words.of("act.erased");
        }
        UUID person = person(act, place);
        return person == null ? words.of("act.unknown") : names.getOrDefault(person, words.of("act.gone"));
    }

    /** The name, and the role by which they did it, unless they did it as themselves. */
    private static String who(Kept act, Office office, Map<UUID, String> names) {
        Words words = office.words();
        if (words.has("act.as." + act.role())) {
            return words.of("act.as." + act.role());
        }
        String name = name(act, "who", office, names);
        return words.has("role." + act.role()) ? words.of("act.who", name, words.of("role." + act.role())) : name;
    }

    private static String thing(Act.Thing thing, Office office) {
        Matcher role = ROLE.matcher(thing.reference());
        if (thing.kind().equals("role") && role.matches()) {
            return office.tell(new Standing(
                    Role.of(role.group(1)), office.council().id(), number(role.group(2)), number(role.group(3))));
        }
        return switch (thing.kind()) {
            case "neighbourhood" ->
                office.neighbourhoods().stream()
                        .filter(place -> place.slug().equals(thing.reference()))
                        .map(place -> place.name())
                        .findFirst()
                        .orElse(thing.reference());
            case "party" ->
                office.parties().stream()
                        .filter(party -> party.slug().equals(thing.reference()))
                        .map(party -> party.name())
                        .findFirst()
                        .orElse(thing.reference());
            default -> thing.reference();
        };
    }

    private static @Nullable Long number(@Nullable String digits) {
        return digits == null ? null : Long.valueOf(digits);
    }
}
