package org.communitycontracts.engine.redress;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.engine.clock.LookBack;
import org.communitycontracts.engine.contract.Rung;
import org.jspecify.annotations.Nullable;

/** All breaches that stand together, in the order in which caps are used up. */
final class Breaches {
    private final List<Breach> inOrder;
    private final Entries stories;
    private final Map<Kin, Map<String, List<Breach>>> kin = new HashMap<>();

    /** The clause whose breaches are alike, and the fact they have in common; null for all of the clause. */
    private record Kin(String clause, @Nullable String fact) {}

    Breaches(List<Breach> breaches, Entries stories) {
        this.inOrder = breaches.stream().sorted(Breach.ORDER).toList();
        this.stories = stories;
    }

    List<Breach> inOrder() {
        return inOrder;
    }

    /** Whether this breach is at least the nth of its clause in the time before it; duplicates of one fault count once. */
    boolean isAgain(Rung.Again again, Breach breach, LookBack back) {
        String said = again.same() == null ? "" : fact(breach, again.same());
        if (said == null) {
            return false;
        }
        List<Breach> like = kin.computeIfAbsent(new Kin(breach.clause().id(), again.same()), this::bySaid)
                .getOrDefault(said, List.of());
        Set<List<Object>> faults = new HashSet<>();
        for (int i = Collections.binarySearch(like, breach, Breach.ORDER);
                i >= 0 && back.holds(like.get(i).at(), breach.at()) && faults.size() < again.breaches();
                i--) {
            Breach one = like.get(i);
            String clock = one.verdict().clock();
            faults.add(List.of(
                    one.fault(), clock == null ? "" : clock, one.verdict().cycle()));
        }
        return faults.size() >= again.breaches();
    }

    /** In order, the breaches of a clause by what they say of one fact; all together when no fact is named. */
    private Map<String, List<Breach>> bySaid(Kin wanted) {
        Map<String, List<Breach>> bySaid = new HashMap<>();
        for (Breach breach : inOrder) {
            String said = wanted.fact() == null ? "" : fact(breach, wanted.fact());
            if (said != null && breach.clause().id().equals(wanted.clause())) {
                bySaid.computeIfAbsent(said, _ -> new ArrayList<>()).add(breach);
            }
        }
        return bySaid;
    }

    private @Nullable String fact(Breach breach, String name) {
        return name.equals("household")
                ? breach.household(stories)
                : stories.facts(breach.verdict().subject()).get(name);
    }
}
