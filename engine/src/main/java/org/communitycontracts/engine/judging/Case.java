package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.LookBack;
import org.communitycontracts.engine.contract.Circumstances;
import org.communitycontracts.engine.contract.When;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a report at the moment at which a clock starts.
 *
 * @param report whose case it is
 * @param facts what was said of it: by the report, by the entry that started the clock, by changes of category
 * @param moment when the clock starts
 * @param calendar whose zone and working days are meant
 * @param stories where a count looks
 * @param asOf when the question is asked
 */
record Case(String report, Map<String, String> facts, Instant moment, Calendar calendar, Stories stories, AsOf asOf)
        implements Circumstances {
    Case {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    Case on(Calendar other) {
        return new Case(report, facts, moment, other, stories, asOf);
    }

    @Override
    public @Nullable String fact(String name) {
        return facts.get(name);
    }

    @Override
    public int count(When.Count count) {
        Instant from = new LookBack(count.in(), calendar).from(moment);
        Set<String> distinct = new HashSet<>();
        int each = 0;
        for (Happening happening : looked(count)) {
            if (asOf.sees(happening)
                    && happening.at().isAfter(from)
                    && !happening.at().isAfter(moment)) {
                String one = count.distinct() == null ? null : stories.fact(happening, count.distinct());
                each += one == null || distinct.add(one) ? 1 : 0;
            }
        }
        return each;
    }

    /** Where nobody says whose it is, only what was told on the report itself is the same. */
    private List<Happening> looked(When.Count count) {
        if (count.same() == null) {
            return stories.all(count.event());
        }
        String mine = facts.get(count.same());
        return mine == null
                ? stories.of(report).stream()
                        .filter(happening -> happening.event().equals(count.event()))
                        .toList()
                : stories.alike(count.event(), count.same(), mine);
    }
}
