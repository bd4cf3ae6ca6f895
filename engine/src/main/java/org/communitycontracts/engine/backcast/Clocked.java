package org.communitycontracts.engine.backcast;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.columns.Backcast;
import org.communitycontracts.engine.columns.Columns;
import org.communitycontracts.engine.columns.ColumnsBuilder;
import org.communitycontracts.engine.columns.Curve;
import org.communitycontracts.engine.columns.Moments;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.judging.Verdict;

/** The cases of one clock in columns: what another number would have meant, without judging anything again. */
final class Clocked {
    private static final List<Integer> PERCENTS = List.of(80, 90, 95);

    private final ClockRule rule;
    private final Backcast backcast;

    private Clocked(ClockRule rule, Columns cases, Instant asOf) {
        this.rule = rule;
        this.backcast = Backcast.of(cases, asOf);
    }

    /** The counted cases of a clock that allows one time to all; empty for any other clock, and when there are no cases. */
    static Optional<Clocked> of(ClockRule rule, List<Verdict> verdicts, Instant asOf) {
        Allowance.Unit unit = rule.within().unit();
        if (rule.choices().size() > 1 || unit.isUncounted() || verdicts.isEmpty()) {
            return Optional.empty();
        }
        ColumnsBuilder columns = new ColumnsBuilder(verdicts.size());
        for (Verdict verdict : verdicts) {
            Instant stopped = verdict.stopped();
            columns.add(
                    Moments.of(Objects.requireNonNull(verdict.start())),
                    stopped == null ? Moments.NEVER : Moments.of(stopped),
                    0);
            verdict.holds().forEach(hold -> columns.hold(Moments.of(hold.from()), Moments.of(hold.to())));
        }
        return Optional.of(new Clocked(rule, columns.build(), asOf));
    }

    Threshold threshold() {
        Allowance.Unit unit = rule.within().unit();
        Curve curve = backcast.curve(unit, rule.calendar());
        List<Threshold.Smallest> smallest = PERCENTS.stream()
                .flatMap(percent -> smallest(curve, percent).mapToObj(count -> new Threshold.Smallest(percent, count)))
                .toList();
        return smallest.isEmpty()
                ? Threshold.missing(rule, Threshold.Missing.NONE_CLOSED)
                : new Threshold(rule.id(), unit, smallest, null);
    }

    private static IntStream smallest(Curve curve, int percent) {
        OptionalInt count = curve.smallest(percent);
        return count.stream();
    }

    /** What another number of the same unit would have meant. */
    Cases with(int count) {
        Curve curve = backcast.curve(rule.within().unit(), rule.calendar());
        return new Cases(curve.kept(count), curve.broken(count), curve.unknown(count), 0);
    }
}
