package org.communitycontracts.contracts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One adopted version of one contract, without its text.
 *
 * @param council the council it belongs to
 * @param contract the contract's name, the same in every version
 * @param number 1 and up
 * @param neighbourhood the neighbourhood it is made for; null for the whole council
 * @param hash SHA-256 of the canonical form, in hexadecimal
 * @param from the first local day in force
 * @param until the first local day no longer in force; null while no end is set
 */
public record Version(
        long council,
        String contract,
        int number,
        @Nullable Long neighbourhood,
        String hash,
        LocalDate from,
        @Nullable LocalDate until) {
    /** Whether it is in force on that local day. */
    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
