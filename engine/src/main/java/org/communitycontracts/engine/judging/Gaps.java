package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the gaps from one act to the next of a duty that allows only so long a one, and judges each. */
final class Gaps {
    private final List<Routine> promising;
    private final String name;
    private final AsOf asOf;

    /**
     * @param versions the versions in which the duty stands for that name, in order
     * @param name the street or whatever it is promised for
     */
    Gaps(List<Routine> versions, String name, AsOf asOf) {
        this.promising = versions.stream()
                .filter(routine -> routine.recur().maxGap() != null
                        && routine.base().isBefore(routine.clause().ends()))
                .toList();
        this.name = name;
        this.asOf = asOf;
    }

    List<Verdict> verdicts(List<Happening> done) {
        List<Verdict> verdicts = new ArrayList<>();
        Map<LocalDate, Integer> numbers = new HashMap<>();
        for (Gap gap : gaps(done)) {
            verdicts.add(gap.verdict(name, numbers.merge(gap.day(), 1, Integer::sum), asOf));
        }
        return verdicts;
    }

    /** A gap begins with an act, or with the promise itself where nothing was done yet; it ends with the next act. */
    private List<Gap> gaps(List<Happening> done) {
        List<Gap> gaps = new ArrayList<>();
        Gap running = null;
        int version = 0;
        for (Happening act : done) {
            while (version < promising.size() && promising.get(version).base().isBefore(act.at())) {
                running = running != null ? running : first(promising.get(version));
                version++;
            }
            boolean ends = running != null && running.routine().acts().has(name, act);
            Gap begins = begunBy(act);
            if (running != null && (ends || begins != null)) {
                gaps.add(ends ? running.until(act) : running);
            }
            running = ends || begins != null ? begins : running;
        }
        while (version < promising.size() && !promising.get(version).base().isAfter(asOf.valid())) {
            running = running != null ? running : first(promising.get(version));
            version++;
        }
        if (running != null) {
            gaps.add(running);
        }
        return gaps;
    }

    private Gap first(Routine routine) {
        return new Gap(routine, routine.base(), null, null, lapses(routine));
    }

    private @Nullable Gap begunBy(Happening act) {
        return promising.stream()
                .filter(routine -> routine.clause().contract().isInForceAt(act.at())
                        && !act.at().isBefore(routine.base())
                        && routine.acts().has(name, act))
                .findFirst()
                .map(routine -> new Gap(routine, act.at(), act, null, lapses(routine)))
                .orElse(null);
    }

    /** The moment from which no version promises it any more. */
    private Instant lapses(Routine routine) {
        Instant end = routine.clause().ends();
        for (Routine other : promising) {
            end = other.clause().begins().equals(end) ? other.clause().ends() : end;
        }
        return end;
    }
}
