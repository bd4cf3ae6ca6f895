package org.communitycontracts.engine.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.clock.Calendar;
import org.jspecify.annotations.Nullable;

/**
 * One version of one community contract.
 *
 * @param id the contract's name, the same in every version
 * @param version 1 and up
 * @param zone the zone of its dates
 * @param from the first local day in force
 * @param until the first local day no longer in force; null while no end is set
 * @param currency in whose minor units its money is counted
 * @param transition how this version treats reports whose clocks were running when it began
 * @param calendars by name
 * @param parties by name
 * @param clauses in the order of the file
 */
public record Contract(
        String id,
        int version,
        ZoneId zone,
        LocalDate from,
        @Nullable LocalDate until,
        Currency currency,
        Transition transition,
        Map<String, Calendar> calendars,
        Map<String, Party> parties,
        List<Clause> clauses) {
    /** The neutral person who speaks for no party. */
    public static final String MODERATOR = "moderator";

    /** Pounds and pence: the currency of a contract that names none. */
    public static final Currency POUNDS = Currency.getInstance("GBP");

    /** How a new version treats the clocks that run when it begins (S11). */
    public enum Transition {
        /** A report stays under the version in force when it was made. */
        AT_REPORT,
        /** Both due moments are compared and the earlier one holds. */
        BETTER_FOR_RESIDENT
    }

    public Contract {
        calendars = Map.copyOf(calendars);
        parties = Map.copyOf(parties);
        clauses = List.copyOf(clauses);
    }

    /** The moment at which this version comes into force: local midnight. */
    public Instant begins() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** Whether this version was in force at that moment: from local midnight, half-open. */
    public boolean isInForceAt(Instant moment) {
        return !moment.isBefore(begins())
                && (until == null || moment.isBefore(until.atStartOfDay(zone).toInstant()));
    }

    /**
     * Whether this party may strike out a breach of a clause (S19): one that signed and is no provider, the moderator, or the body that
     * decides about one of the clause's exclusions, provider or not. A name that stands nowhere in the contract may not.
     */
    public boolean mayStrikeOut(Clause clause, @Nullable String party) {
        return party != null
                && ((parties.containsKey(party) && !isProvider(party))
                        || (party.equals(MODERATOR) && !isProvider(party))
                        || clause.exclusions().stream().anyMatch(exclusion -> party.equals(exclusion.decidedBy())));
    }

    /** Whether somebody is named who is none of the providers that signed. */
    public boolean isOutsider(@Nullable String party) {
        return party != null && !isProvider(party);
    }

    /** Whether this names one of the providers that signed; not when nobody is named. */
    public boolean isProvider(@Nullable String party) {
        Party signed = party == null ? null : parties.get(party);
        return signed != null && signed.role() == Party.Role.PROVIDER;
    }
}
