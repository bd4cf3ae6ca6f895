package org.communitycontracts.engine.judging;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Stretch;
import org.communitycontracts.engine.contract.Exclusion;
import org.jspecify.annotations.Nullable;

/**
 * A reason declared for whole local days, as it counts (S16). What is counted in days takes the day of the declaration as a whole;
 * no day before it counts, so none can be back-dated.
 *
 * @param declared the entry
 * @param exclusion what the clause says of it
 * @param first the first day
 * @param next the day after the last
 * @param contested who spoke against it, and was not followed; null when nobody did
 */
record Notice(
        Happening declared,
        Exclusion exclusion,
        LocalDate first,
        LocalDate next,
        @Nullable Happening contested) {
    /** Reads a notice; empty when its days cannot be read, or when it was declared after its last day. */
    static Optional<Notice> read(Happening declared, Exclusion exclusion, ZoneId zone) {
        try {
            LocalDate from = LocalDate.parse(declared.facts().getOrDefault("from", ""));
            LocalDate until = LocalDate.parse(declared.facts().getOrDefault("until", ""));
            LocalDate today = LocalDate.ofInstant(known(declared), zone);
            LocalDate first = from.isBefore(today) ? today : from;
            return first.isBefore(until)
                    ? Optional.of(new Notice(declared, exclusion, first, until, null))
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Instant known(Happening declared) {
        return declared.recorded().isAfter(declared.at()) ? declared.recorded() : declared.at();
    }

    Notice contestedBy(@Nullable Happening against) {
        return new Notice(declared, exclusion, first, next, against);
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(first) && day.isBefore(next);
    }

    boolean meets(LocalDate from, LocalDate until) {
        return first.isBefore(until) && next.isAfter(from);
    }

    /** The time it holds: from its first day, or from when it was declared on that day, and no more days than the contract allows (S5). */
    Stretch stretch(ZoneId zone) {
        Allowance atMost = exclusion.atMost();
        LocalDate end = atMost == null ? next : earlier(next, longest(first, atMost));
        Instant midnight = first.atStartOfDay(zone).toInstant();
        Instant from = known(declared).isAfter(midnight) ? known(declared) : midnight;
        return new Stretch(from, end.atStartOfDay(zone).toInstant());
    }

    /** The day that lies an allowance after another: days, weeks and months as such, hours as the days they fill. */
    static LocalDate longest(LocalDate from, Allowance atMost) {
        return switch (atMost.unit()) {
            case WEEKS -> from.plusWeeks(atMost.count());
            case MONTHS -> from.plusMonths(atMost.count());
            case HOURS, WORKING_HOURS -> from.plusDays(atMost.count() / 24);
            default -> from.plusDays(atMost.count());
        };
    }

    /** Says who declared what for which days, and who answers for it. */
    String told(Words words) {
        String who = declared.by() == null ? "" : " by “" + declared.by() + "”";
        String told = "A notice of " + Words.event(declared.event()) + " was declared" + who + " on "
                + words.moment(declared.at()) + ". It counts for " + days(words) + "; it is for “" + declared.by()
                + "” to show that it was so, and the notice bears it out.";
        return contested == null
                ? told
                : told + " “" + contested.by() + "” contested it on " + words.moment(contested.at())
                        + ", but it was not thrown out.";
    }

    private String days(Words words) {
        LocalDate last = next.minusDays(1);
        return last.equals(first) ? words.day(first) : words.day(first) + " to " + words.day(last);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
