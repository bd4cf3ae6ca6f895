package org.communitycontracts.engine.judging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.communitycontracts.engine.contract.Recur;
import org.jspecify.annotations.Nullable;

/** Judges a duty that recurs, over all the versions in which it stands: each act counts in one period only (S15). */
final class Recurring {
    private final List<Routine> versions = new ArrayList<>();
    private final AsOf asOf;

    private Recurring(List<InForce> clauses, Register register) {
        this.asOf = register.asOf();
        for (InForce clause : clauses) {
            if (clause.duty() instanceof Recur recur) {
                versions.add(new Routine(clause, recur, register));
            }
        }
    }

    /** The verdict on each period that had begun, and on each longest gap. */
    static List<Verdict> verdicts(List<InForce> clauses, Register register) {
        Recurring all = new Recurring(clauses, register);
        Set<String> names = new LinkedHashSet<>();
        all.versions.forEach(routine -> names.addAll(Acts.names(routine.recur())));
        List<Verdict> verdicts = new ArrayList<>();
        names.forEach(name -> verdicts.addAll(all.verdicts(name)));
        return verdicts;
    }

    private List<Verdict> verdicts(String name) {
        List<Routine> promising =
                versions.stream().filter(routine -> routine.isFor(name)).toList();
        List<Happening> done =
                Acts.together(promising.stream().map(Routine::acts).toList(), name);
        List<Verdict> verdicts = new ArrayList<>();
        for (Period period : periods(promising, name, done)) {
            verdicts.add(period.verdict(asOf));
        }
        verdicts.addAll(new Gaps(promising, name, asOf).verdicts(done));
        return verdicts;
    }

    private static List<Period> periods(List<Routine> promising, String name, List<Happening> done) {
        List<Period> periods = promising.stream()
                .flatMap(routine -> routine.spans().stream().map(span -> new Period(routine, span, name)))
                .sorted(Comparator.comparing((Period period) -> period.span().start()))
                .toList();
        int next = 0;
        List<Period> open = new ArrayList<>();
        for (Happening act : done) {
            while (next < periods.size() && !periods.get(next).span().start().isAfter(act.at())) {
                open.add(periods.get(next));
                next++;
            }
            open.removeIf(period -> period.isOver(act.at()));
            Period takes = taker(open, act);
            if (takes != null) {
                takes.take(act);
            }
        }
        return periods;
    }

    /** The earliest that is not yet full, its extension included; otherwise the one in whose own days the act lies. */
    private static @Nullable Period taker(List<Period> open, Happening act) {
        Period own = null;
        for (Period period : open) {
            if (period.mayTake(act)) {
                if (!period.isFull()) {
                    return period;
                }
                own = period.isOwnPlaceOf(act.at()) ? period : own;
            }
        }
        return own;
    }
}
