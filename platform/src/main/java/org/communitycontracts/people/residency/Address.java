package org.communitycontracts.people.residency;

import java.util.Optional;
import org.communitycontracts.store.SiteKey;

/**
 * Where a letter goes: the house, the street and a whole postcode, as one line "house; street; postcode".
 *
 * @param house the number or name of the house or flat
 */
public record Address(String house, String street, String postcode) {
    private static final int LONGEST = 100;

    public Address {
        if (house.isBlank() || !Household.isPostcode(postcode) || house.length() + street.length() > LONGEST) {
            throw new IllegalArgumentException("An address has a house and a whole postcode");
        }
    }

    /** Reads one line; empty when a part is missing or the postcode is not a whole one. */
    public static Optional<Address> parse(String line) {
        String[] parts = line.split("[;,\\t]", -1);
        boolean good = parts.length == 3
                && !parts[0].isBlank()
                && Household.isPostcode(parts[2])
                && parts[0].length() + parts[1].length() <= LONGEST;
        return good ? Optional.of(new Address(parts[0].strip(), parts[1].strip(), parts[2].strip())) : Optional.empty();
    }

    Household household(SiteKey key, long council) {
        return Household.of(key, council, postcode, house).orElseThrow();
    }
}
