package org.communitycontracts.engine.contract;

import java.util.List;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.jspecify.annotations.Nullable;

/**
 * How much money a breach is worth, who pays it to whom, and by when (S18 to S20).
 *
 * <p>In this order: the first amount, the step of the table and the part of a charge are added, then what accrues; then the floor and the
 * ceiling; then the caps, by report, household, clause and contract.
 *
 * @param first what is owed at once; null for nothing
 * @param further what accrues; null when nothing does
 * @param table steps by lateness; the last one reached counts; empty when there is none
 * @param partOf a part of a charge; null when it is none
 * @param atLeast the floor of a sum that is owed at all; null for none
 * @param atMost the ceiling; null for none
 * @param cap the limits of one and all; {@link Cap#NONE}
 * @param claim whether it must be claimed, and within which time
 * @param payWithin how soon after the sum is known it is paid; null when no time is promised
 * @param latePayment what is added once when it is paid later; null for nothing
 * @param payers who pays, in parts of a hundred that make up 100; empty when the party that held the case does
 * @param to who gets it
 * @param maySetOff whether it may be set off against what the household owes
 */
public record Payment(
        @Nullable DatedMoney first,
        @Nullable Further further,
        List<Step> table,
        @Nullable PartOf partOf,
        @Nullable DatedMoney atLeast,
        @Nullable DatedMoney atMost,
        Cap cap,
        Claim claim,
        @Nullable Allowance payWithin,
        @Nullable DatedMoney latePayment,
        List<Payer> payers,
        To to,
        boolean maySetOff) {
    public Payment {
        mustBeCounted(payWithin);
        table = List.copyOf(table);
        payers = List.copyOf(payers);
        if (!payers.isEmpty() && payers.stream().mapToInt(Payer::percent).sum() != 100) {
            throw new IllegalArgumentException("The parts of those who pay make up 100");
        }
    }

    /**
     * What accrues with time.
     *
     * @param amount for each period
     * @param per the length of a period, in a unit of its own
     * @param calendar whose days and hours a period counts
     * @param started a period counts as soon as it has begun (true) or only in full (false)
     * @param fromStart counted from the start of the clock (true) or from the due moment (false)
     */
    public record Further(DatedMoney amount, Allowance per, Calendar calendar, boolean started, boolean fromStart) {
        public Further {
            mustBePeriods(per);
        }
    }

    /**
     * A step of a table.
     *
     * @param after how late it must be, counted in full; null for the first step, which every breach reaches
     * @param amount what is then owed in place of the steps before
     */
    public record Step(@Nullable Allowance after, DatedMoney amount) {
        public Step {
            mustBePeriods(after);
        }
    }

    /**
     * A part of what somebody is charged.
     *
     * @param fact the fact of the report that holds the charge, as money is written
     * @param percent how many hundredths of it
     */
    public record PartOf(String fact, int percent) {}

    /**
     * Limits; a null is no limit.
     *
     * @param perReport for one report
     * @param perHousehold for one household and year
     * @param perClause for the clause and year
     * @param perContract for all clauses of the contract and year
     * @param year which year, by the moment of the breach
     */
    public record Cap(
            @Nullable DatedMoney perReport,
            @Nullable DatedMoney perHousehold,
            @Nullable DatedMoney perClause,
            @Nullable DatedMoney perContract,
            Window year) {
        /** No limit at all. */
        public static final Cap NONE = new Cap(null, null, null, null, Window.CONTRACT_YEAR);
    }

    /**
     * Whether it comes by itself.
     *
     * @param onClaim true when it must be claimed, by the event {@code claimed} on the report
     * @param within how long after the breach it may be claimed; null for ever
     */
    public record Claim(boolean onClaim, @Nullable Allowance within) {
        /** It comes by itself. */
        public static final Claim AUTOMATIC = new Claim(false, null);

        public Claim {
            mustBeCounted(within);
        }
    }

    /** One of several who pay: the party, and its part in hundredths. What cannot be divided is paid by the first. */
    public record Payer(String party, int percent) {}

    /** Who gets the money. */
    public enum To {
        /** The household of the report. */
        HOUSEHOLD,
        /** Every household named as affected on the report (the event {@code affected}, fact {@code household}), and the reporter's: each the whole sum. */
        EVERYONE_AFFECTED,
        /** The neighbourhood's fund. */
        FUND,
        /** The person who reported, whatever the household. */
        PERSON
    }

    /** Lateness is counted in periods of a length: not in visits, and not to the end of the next working day. */
    static void mustBePeriods(@Nullable Allowance length) {
        if (length != null && length.unit().isUncounted()) {
            throw new IllegalArgumentException("Lateness is not counted in periods of \"" + length + "\"");
        }
    }

    static void mustBeCounted(@Nullable Allowance within) {
        if (within != null && within.unit() == Allowance.Unit.PROMISED_DATE) {
            throw new IllegalArgumentException("A remedy is due in a time that is counted, not at a promised date");
        }
    }
}
