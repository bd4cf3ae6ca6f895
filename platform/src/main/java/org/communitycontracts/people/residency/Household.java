package org.communitycontracts.people.residency;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.communitycontracts.store.SiteKey;

/**
 * The mark of one address in one council, the same for everybody who lives there. The address cannot be read from it, and
 * without the site's key nobody can make it; nothing else of the address is kept. It is what caps by household count on (S20).
 */
@SuppressWarnings("ArrayRecordComponent") // equal by content, see below
public record Household(byte[] mark) {
    private static final Pattern POSTCODE =
            Pattern.compile("([a-z]{1,2}[0-9][a-z0-9]?)([0-9][a-z]{2})", Pattern.CASE_INSENSITIVE);
    /** What parts two numbers keeps them apart: "Flat 2, 14a" is another house than "Flat 21, 4a". */
    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("(?<=[0-9])[^\\p{L}\\p{N}]+(?=[0-9])");

    private static final int LONGEST_HOUSE = 60;

    /**
     * Where somebody lives, as typed: a whole postcode, and the number or name of the house or flat.
     *
     * @return empty when the postcode is not a whole one or the house is missing
     */
    public static Optional<Household> of(SiteKey key, long council, String postcode, String house) {
        String code = folded(postcode);
        String home = folded(BETWEEN_NUMBERS.matcher(house.strip()).replaceAll("n"));
        if (!isPostcode(postcode) || home.isEmpty() || home.length() > LONGEST_HOUSE) {
            return Optional.empty();
        }
        return Optional.of(new Household(key.mark("household", Long.toString(council), code, home)));
    }

    /** Whether this is a whole British postcode. */
    public static boolean isPostcode(String typed) {
        return POSTCODE.matcher(folded(typed)).matches();
    }

    /** Small letters and digits alone: "Flat 2, 14a" and "flat 2 14A" are one house. */
    static String folded(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Household same && Arrays.equals(mark, same.mark);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(mark);
    }

    /** The key by which other rooms know the household: hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(mark, 0, 16);
    }
}
