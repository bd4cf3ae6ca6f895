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
import org.communitycontracts.engine.contract.Choice;
import org.communitycontracts.engine.contract.Exclusion;
import org.jspecify.annotations.Nullable;

/**
 * By when a case must be answered: the due moment as it was promised, and how reasons that the contract allows have moved it since.
 *
 * @param promised the due moment before any of them
 * @param changes each plea that could move it, in order, whether it did or not
 */
record Terms(Instant promised, List<Change> changes) {
    /**
     * What one plea did.
     *
     * @param before the due moment until then
     * @param after the due moment from then on; the same when it changed nothing
     * @param by how much more time was given, or the time allowed from then on; null when that cannot be read
     */
    record Change(
            Plea plea,
            Instant before,
            Instant after,
            @Nullable Allowance by) {
        boolean isTooLate() {
            return plea.since().isAfter(before);
        }
    }

    Terms {
        changes = List.copyOf(changes);
    }

    /** Those of one run of a clock; a plea made after its end moves nothing. */
    static Terms of(Promise promise, Instant promised, Cycle cycle, Pleas pleas) {
        return new Moving(promise, cycle).terms(promised, pleas);
    }

    /** The last moment at which the promise is kept. */
    Instant due() {
        return changes.isEmpty() ? promised : changes.getLast().after();
    }

    /** Moves a due moment from plea to plea. */
    private static final class Moving {
        private static final String BY = "by";

        private final Promise promise;
        private final Cycle cycle;
        private final Map<Exclusion, Integer> given = new HashMap<>();

        Moving(Promise promise, Cycle cycle) {
            this.promise = promise;
            this.cycle = cycle;
        }

        Terms terms(Instant promised, Pleas pleas) {
            List<Change> changes = new ArrayList<>();
            pleas.thatMoveDue()
                    .filter(plea -> !plea.since().isAfter(cycle.end()))
                    .forEach(plea -> changes.add(change(
                            plea,
                            changes.isEmpty() ? promised : changes.getLast().after())));
            return new Terms(promised, changes);
        }

        private Change change(Plea plea, Instant due) {
            Choice to = plea.exclusion().to();
            if (plea.does(Exclusion.Effect.SWITCH) && to != null) {
                return plea.since().isAfter(due)
                        ? new Change(plea, due, due, to.within())
                        : new Change(plea, due, due(promise.known(to).clock(), plea.since()), to.within());
            }
            Allowance by = said(plea, due).orElse(null);
            return by == null || plea.since().isAfter(due)
                    ? new Change(plea, due, due, by)
                    : new Change(plea, due, later(plea.exclusion(), due, by), by);
        }

        /** How much more time was asked for: what the entry says, or the days declared, or as much as the contract allows. */
        private Optional<Allowance> said(Plea plea, Instant due) {
            String by = plea.said().facts().get(BY);
            if (plea.time() != null) {
                return declaredDays(plea, due);
            }
            return by == null
                    ? Optional.ofNullable(plea.exclusion().atMost())
                    : Allowance.parse(by).filter(allowance -> !allowance.unit().isUncounted());
        }

        /** The local days of a notice that lie, wholly or in part, between the start and the due moment. */
        private Optional<Allowance> declaredDays(Plea plea, Instant due) {
            Calendar calendar = promise.calendar();
            Instant from = plea.begins(cycle.begun());
            Instant to = plea.time() == null || plea.time().to().isAfter(due)
                    ? due
                    : plea.time().to();
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
                case DAYS, WEEKS, MONTHS -> {
                    Clock days = new Clock(by, calendar);
                    yield days.due(dueDay, cycle.holds(days).from(due));
                }
                default -> due(new Clock(by, calendar), due);
            };
        }

        private Instant due(Clock clock, Instant from) {
            return clock.due(from, cycle.holds(clock));
        }

        /** The close of the nth working day after the day on which it was due. */
        private Instant workingDaysLater(Instant due, int count) {
            Clock next = new Clock(new Allowance(1, Allowance.Unit.END_OF_NEXT_WORKING_DAY), promise.calendar());
            Instant later = due;
            for (int i = 0; i < count; i++) {
                later = due(next, later.minusSeconds(1));
            }
            return later;
        }
    }
}
