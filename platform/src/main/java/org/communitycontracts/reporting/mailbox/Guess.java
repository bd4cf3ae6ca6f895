package org.communitycontracts.reporting.mailbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.reporting.Category;
import org.communitycontracts.reporting.Promises;
import org.communitycontracts.reporting.route.KindWords;
import org.communitycontracts.reporting.route.Streets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What an e-mail most likely is about: the neighbourhood and street that it names, and the kind of problem. */
@Component
class Guess {
    private static final Pattern POSTCODE =
            Pattern.compile("\\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\\b", Pattern.CASE_INSENSITIVE);
    private static final Category OTHER = new Category("other");

    private final Neighbourhoods neighbourhoods;
    private final Streets streets;
    private final ObjectProvider<Promises> promises;

    Guess(Neighbourhoods neighbourhoods, Streets streets, ObjectProvider<Promises> promises) {
        this.neighbourhoods = neighbourhoods;
        this.streets = streets;
        this.promises = promises;
    }

    /** A neighbourhood with the street in it that was named; null when only the neighbourhood was. */
    record Place(Neighbourhood neighbourhood, @Nullable String street) {}

    /** The neighbourhood whose street, or else whose postcode or name, stands in the words; the longest name counts. */
    Optional<Place> place(Council council, String words) {
        String folded = words.toLowerCase(Locale.UK);
        List<Neighbourhood> all = neighbourhoods.list(council.id());
        return all.stream()
                .flatMap(place -> streets.find(place, words).map(street -> new Place(place, street)).stream())
                .max(Comparator.comparingInt(
                        place -> String.valueOf(place.street()).length()))
                .or(() -> POSTCODE.matcher(words)
                        .results()
                        .flatMap(found -> all.stream()
                                .filter(place -> neighbourhoods.holdsPostcode(place, found.group()))
                                .map(place -> new Place(place, null)))
                        .findFirst())
                .or(() -> all.stream()
                        .filter(place -> folded.contains(place.name().toLowerCase(Locale.UK)))
                        .max(Comparator.comparingInt(place -> place.name().length()))
                        .map(place -> new Place(place, null)));
    }

    /** The kind whose name, as people call it or as contracts do, stands in the words; the longest name counts. */
    Category kind(Council council, @Nullable Neighbourhood place, String words, Instant now) {
        Set<Category> kinds = new LinkedHashSet<>();
        promises.orderedStream()
                .flatMap(room -> room.list(council, place, now).stream())
                .flatMap(promise -> promise.categories().stream())
                .map(Category::new)
                .forEach(kinds::add);
        kinds.addAll(KindWords.list());
        String folded = folded(words);
        return kinds.stream()
                .filter(kind -> !kind.equals(OTHER))
                .filter(kind -> stands(kind.plain(), folded) || stands(KindWords.name(kind), folded))
                .max(Comparator.comparingInt(kind -> kind.word().length()))
                .orElse(OTHER);
    }

    private static boolean stands(String name, String folded) {
        return Pattern.compile("\\b" + Pattern.quote(folded(name)) + "\\b")
                .matcher(folded)
                .find();
    }

    /** In small letters, with a space for every hyphen: "Fly-tipping" is "fly tipping". */
    private static String folded(String words) {
        return words.toLowerCase(Locale.UK).replace('-', ' ').replaceAll("\\s+", " ");
    }
}
