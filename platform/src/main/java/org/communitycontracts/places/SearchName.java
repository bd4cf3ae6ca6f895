package org.communitycontracts.places;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name that a place is found by, and the form in which names are compared. */
public final class SearchName {
    private static final Pattern POSTCODE =
            Pattern.compile("([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9])?([A-Z]{2})?", Pattern.CASE_INSENSITIVE);

    private SearchName() {}

    /** What sort of name it is. */
    public enum Kind {
        PLACE,
        STREET,
        POSTCODE
    }

    /** The form for comparing: no accents, no case, single spaces; a postcode has no spaces at all. */
    static String folded(String name, Kind kind) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’.]", "")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
        return kind == Kind.POSTCODE ? plain.replace(" ", "") : plain;
    }

    /** The folded name from each of its words on, so that "farm" finds "Plains Farm" by an index. */
    static List<String> wordStarts(String name, Kind kind) {
        String folded = folded(name, kind);
        List<String> starts = new ArrayList<>();
        for (int at = 0; at >= 0 && at < folded.length(); ) {
            starts.add(folded.substring(at));
            int space = folded.indexOf(' ', at);
            at = space < 0 ? -1 : space + 1;
        }
        return starts;
    }

    /** Whether this looks like a British postcode or the first part of one: {@code SR3 1PP}, {@code SR3 1}, {@code SR3}. */
    static boolean isPostcode(String text) {
        return POSTCODE.matcher(text.replace(" ", "")).matches();
    }

    /** The part of a whole postcode that names its sector: {@code sr31} of {@code SR3 1PP}; otherwise the text as folded. */
    static String sector(String postcode) {
        String folded = folded(postcode, Kind.POSTCODE);
        return folded.matches(".*[0-9][a-z]{2}") ? folded.substring(0, folded.length() - 2) : folded;
    }
}
