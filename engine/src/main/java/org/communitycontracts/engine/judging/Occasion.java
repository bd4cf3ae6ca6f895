package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.Map;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.contract.Circumstances;
import org.communitycontracts.engine.contract.When;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one happening at its own moment: an act, an inspection, an answer.
 *
 * @param happening which it is
 * @param calendar whose zone and working days are meant, as they were known at that moment
 * @param register where its report's facts and what happened before are found
 */
record Occasion(Happening happening, Calendar calendar, Register register) implements Circumstances {
    Occasion {
        Instant known = register.asOf().known();
        calendar = calendar.knownAt(happening.at().isBefore(known) ? happening.at() : known);
    }

    @Override
    public @Nullable String fact(String name) {
        return register.fact(happening, name);
    }

    @Override
    public Instant moment() {
        return happening.at();
    }

    @Override
    public int count(When.Count count) {
        return register.recurrences().count(count, this);
    }

    @Override
    public Map<String, String> facts() {
        return register.facts(happening);
    }
}
