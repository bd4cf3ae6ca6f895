package org.communitycontracts.engine.redress;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.LookBack;
import org.communitycontracts.engine.contract.Circumstances;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.When;
import org.communitycontracts.engine.judging.Happening;
import org.jspecify.annotations.Nullable;

/**
 * What a broken case was like, by which the rung of a ladder is chosen: the facts of the report as it was made and of the entry that
 * started the clock, which win, under the last category told that the clause covers.
 */
final class BrokenCase implements Circumstances {
    private final Breach breach;
    private final Entries stories;
    private final Calendar calendar;
    private final @Nullable Happening trigger;
    private final Map<String, String> facts;

    BrokenCase(Breach breach, Entries stories, Calendar calendar) {
        this.breach = breach;
        this.stories = stories;
        this.calendar = calendar;
        this.trigger = trigger();
        this.facts = new TreeMap<>(stories.facts(breach.verdict().subject()));
        if (trigger != null) {
            facts.putAll(trigger.facts());
        }
        stories.listOf(breach.verdict().subject()).forEach(this::recategorise);
    }

    @Override
    public @Nullable String fact(String name) {
        return facts.get(name);
    }

    @Override
    public Map<String, String> facts() {
        return facts;
    }

    @Override
    public Instant moment() {
        Instant start = breach.verdict().start();
        return trigger != null ? trigger.at() : start != null ? start : breach.at();
    }

    @Override
    public Calendar calendar() {
        return calendar;
    }

    @Override
    public int count(When.Count count) {
        String same = count.same() == null ? null : fact(count.same());
        if (count.same() != null && same == null) {
            return 0;
        }
        LookBack back = new LookBack(count.in(), calendar);
        int counted = 0;
        Set<String> distinct = new HashSet<>();
        for (Happening told : stories.listAll(count.event())) {
            boolean isMeant = back.holds(told.at(), moment())
                    && (count.same() == null || Objects.equals(same, stories.fact(told, count.same())));
            String distinctly = count.distinct() == null ? null : stories.fact(told, count.distinct());
            counted += isMeant && (distinctly == null || distinct.add(distinctly)) ? 1 : 0;
        }
        return counted;
    }

    private void recategorise(Happening told) {
        String category = told.facts().get("category");
        if (told.event().equals("recategorised")
                && category != null
                && !told.at().isAfter(breach.at())
                && breach.clause().when().covers(category, facts.get("area"))) {
            facts.put("category", category);
        }
    }

    /** The entry that started the clock; of a clock that goes on under a newer version, its first. */
    private @Nullable Happening trigger() {
        if (!(breach.clause().duty() instanceof Respond respond)) {
            return null;
        }
        Set<String> starts = new HashSet<>();
        String clock = breach.verdict().clock();
        for (ClockRule rule : respond.clocks()) {
            if (clock == null || rule.id().equals(clock)) {
                starts.addAll(rule.starts());
            }
        }
        Instant start = breach.verdict().start();
        Happening first = null;
        for (Happening told : stories.listOf(breach.verdict().subject())) {
            if (starts.contains(told.event())) {
                first = first == null || told.at().equals(start) ? told : first;
            }
        }
        return first;
    }
}
