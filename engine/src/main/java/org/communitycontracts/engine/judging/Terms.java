package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Clock;
import org.communitycontracts.engine.clock.Holds;
import org.communitycontracts.engine.contract.Choice;
import org.communitycontracts.engine.contract.Exclusion;
import org.jspecify.annotations.Nullable;

/**
 * By when a case must be answered: the due moment as it was promised, and how reasons that the contract allows have moved it since.
 *
 * @param promised the due moment before any of them
 * @param changes each claim that could move it, in order, whether it did or not
 */
record Terms(Instant promised, List<Change> changes) {
    /**
     * What one claim did.
     *
     * @param before the due moment until then
     * @param after the due moment from then on; the same when it changed nothing
     * @param by how much more time was given, or the time allowed from then on; null when that cannot be read
     */
    record Change(
            Claim claim,
            Instant before,
            Instant after,
            @Nullable Allowance by) {
        boolean isTooLate() {
            return claim.since().isAfter(before);
        }
    }

    Terms {
        changes = List.copyOf(changes);
    }

    /** Those of one run of a clock; a claim made after its end moves nothing. */
    static Terms of(Promise promise, Instant promised, Cycle cycle, Claims claims) {
        return new Moving(promise, cycle).terms(promised, claims);
    }

    /** The last moment at which the promise is kept. */
    Instant due() {
        return changes.isEmpty() ? promised : changes.getLast().after();
    }

    /** Moves a due moment from claim to claim. */
    private static final class Moving {
        private static final String BY = "by";

        private final Promise promise;
        private final Cycle cycle;
        private final Holds holds;
        private final Map<Exclusion, Integer> given = new HashMap<>();

        Moving(Promise promise, Cycle cycle) {
            this.promise = promise;
            this.cycle = cycle;
            this.holds = cycle.holds();
        }

        Terms terms(Instant promised, Claims claims) {
            List<Change> changes = new ArrayList<>();
            claims.thatMoveDue()
                    .filter(claim -> !claim.since().isAfter(cycle.end()))
                    .forEach(claim -> changes.add(change(
                            claim,
                            changes.isEmpty() ? promised : changes.getLast().after())));
            return new Terms(promised, changes);
        }

        private Change change(Claim claim, Instant due) {
            Choice to = claim.exclusion().to();
            if (claim.does(Exclusion.Effect.SWITCH) && to != null) {
                return claim.since().isAfter(due)
                        ? new Change(claim, due, due, to.within())
                        : new Change(claim, due, promise.known(to).clock().due(claim.since(), holds), to.within());
            }
            Allowance by = said(claim, due).orElse(null);
            return by == null || claim.since().isAfter(due)
                    ? new Change(claim, due, due, by)
                    : new Change(claim, due, later(claim.exclusion(), due, by), by);
        }

        /** How much more time was asked for: what the entry says, or the days declared, or as much as the contract allows. */
        private Optional<Allowance> said(Claim claim, Instant due) {
            String by = claim.said().facts().get(BY);
            if (claim.time() != null) {
                return declaredDays(claim, due);
            }
            return by == null
                    ? Optional.ofNullable(claim.exclusion().atMost())
                    : Allowance.parse(by).filter(allowance -> !allowance.unit().isUncounted());
        }

        /** The local days of a notice that lie, wholly or in part, between the start and the due moment. */
        private Optional<Allowance> declaredDays(Claim claim, Instant due) {
            Calendar calendar = promise.calendar();
            Instant from = claim.begins(cycle.begun());
            Instant to = claim.time() == null || claim.time().to().isAfter(due)
                    ? due
                    : claim.time().to();
            if (!from.isBefore(to)) {
                return Optional.empty();
            }
            LocalDate last = calendar.date(to.minusSeconds(1));
            int days = (int) ChronoUnit.DAYS.between(calendar.date(from), last) + 1;
            return Optional.of(new Allowance(days, Allowance.Unit.DAYS));
        }

        /** Never more, all extensions for one reason together, than the contract allows; of another unit, the shorter of the two. */
        private Instant later(Exclusion exclusion, Instant due, Allowance by) {
            Allowance atMost = exclusion.atMost();
            if (atMost == null) {
                return later(due, by);
            }
            int before = given.getOrDefault(exclusion, 0);
            int left = atMost.count() - before;
            if (left == 0) {
                return due;
            }
            boolean isSameUnit = by.unit() == atMost.unit();
            given.put(exclusion, isSameUnit ? before + Math.min(by.count(), left) : atMost.count());
            Instant longest = later(due, new Allowance(left, atMost.unit()));
            Instant asked = later(due, by);
            return asked.isBefore(longest) ? asked : longest;
        }

        private Instant later(Instant due, Allowance by) {
            Calendar calendar = promise.calendar();
            Instant dueDay = due.minusSeconds(1);
            return switch (by.unit()) {
                case WORKING_DAYS -> workingDaysLater(due, by.count());
                case DAYS, WEEKS, MONTHS -> new Clock(by, calendar).due(dueDay, holds.from(due));
                default -> new Clock(by, calendar).due(due, holds);
            };
        }

        /** The close of the nth working day after the day on which it was due. */
        private Instant workingDaysLater(Instant due, int count) {
            Clock next = new Clock(new Allowance(1, Allowance.Unit.END_OF_NEXT_WORKING_DAY), promise.calendar());
            Instant later = due;
            for (int i = 0; i < count; i++) {
                later = next.due(later.minusSeconds(1), holds);
            }
            return later;
        }
    }
}
