package org.communitycontracts.acts;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One act as the chain holds it: all that its digest is made of but its number and the digest before it.
 *
 * @param commitments the digest of each personal value, as hexadecimal digits, by the name of its place
 */
record Entry(
        long council,
        UUID id,
        Instant moment,
        String role,
        String verb,
        String kind,
        String reference,
        Map<String, String> commitments) {
    /** The digest that stands before the first act. */
    static final String BEGINNING = "0".repeat(64);

    static final String ERASED = "record.erased";

    /** What the erasure calls the list of the openings it took away. */
    static final String OPENINGS = "openings";

    Entry {
        commitments = new TreeMap<>(commitments);
    }

    /** The digest of this act at this number, after that digest. */
    String digest(long number, String before) {
        Fields fields = new Fields("act/1")
                .add(before)
                .add(council)
                .add(number)
                .add(id.toString())
                .add(moment.toString())
                .add(role)
                .add(verb)
                .add(kind)
                .add(reference)
                .add(commitments.size());
        commitments.forEach((place, digest) -> fields.add(place).add(digest));
        return fields.digest();
    }
}
