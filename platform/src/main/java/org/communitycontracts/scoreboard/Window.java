package org.communitycontracts.scoreboard;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Target;
import org.jspecify.annotations.Nullable;

/**
 * The months over which a promised share is judged: a calendar month, a calendar quarter, or a year of the contract counted
 * from the first day of its version; of such a year that begins within a month, that month and the last are included.
 *
 * @param first the first month
 * @param last the last month, included
 * @param target the share promised in them
 */
record Window(YearMonth first, YearMonth last, Target target) {
    /**
     * The last one that is over, and in which one version of the contract was in force from the first day to the last: so no
     * version is held to the share of another. Empty when there was none yet.
     */
    static Optional<Window> last(List<Contract> versions, String clause, YearMonth upTo) {
        LocalDate end = upTo.plusMonths(1).atDay(1);
        for (Contract version : versions.reversed()) {
            LocalDate until = version.until() == null ? end : earlier(end, version.until());
            Optional<Window> window = target(version, clause).flatMap(target -> last(target, version.from(), until));
            if (window.isPresent()) {
                return window;
            }
            end = earlier(end, version.from());
        }
        return Optional.empty();
    }

    /** Of a version in force from the one day until the other, which is not included. */
    private static Optional<Window> last(Target target, LocalDate from, LocalDate until) {
        LocalDate next = target.over().first(until, from);
        LocalDate first = target.over().first(next.minusDays(1), from);
        return first.isBefore(from)
                ? Optional.empty()
                : Optional.of(new Window(YearMonth.from(first), YearMonth.from(next.minusDays(1)), target));
    }

    private static Optional<Target> target(Contract version, String clause) {
        return version.clauses().stream()
                .filter(each -> each.id().equals(clause))
                .map(Clause::target)
                .filter(Objects::nonNull)
                .findAny();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** The whole periods that have a month in the window, as one; empty when there is none. */
    @Nullable
    Period over(List<Period> periods) {
        return periods.stream()
                .filter(period ->
                        !period.last().isBefore(first) && !period.first().isAfter(last))
                .reduce(Period::with)
                .orElse(null);
    }
}
