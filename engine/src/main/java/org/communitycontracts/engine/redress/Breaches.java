package org.communitycontracts.engine.redress;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.engine.contract.Rung;
import org.jspecify.annotations.Nullable;

/** All breaches that stand together, in the order in which caps are used up. */
final class Breaches {
    private final List<Breach> inOrder;
    private final Stories stories;
    private final Map<Kin, List<Breach>> kin = new HashMap<>();

    /** Breaches of one clause that have one fact in common; a null name is for all of the clause. */
    private record Kin(
            String clause, @Nullable String fact, @Nullable String said) {}

    Breaches(List<Breach> breaches, Stories stories) {
        this.inOrder = breaches.stream().sorted(Breach.ORDER).toList();
        this.stories = stories;
    }

    List<Breach> inOrder() {
        return inOrder;
    }

    /** Whether this breach is at least the nth of its clause in the time before it; duplicates of one fault count once. */
    boolean isAgain(Rung.Again again, Breach breach, LookBack back) {
        String said = again.same() == null ? null : fact(breach, again.same());
        if (again.same() != null && said == null) {
            return false;
        }
        List<Breach> like = like(new Kin(breach.clause().id(), again.same(), said));
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

    private List<Breach> like(Kin wanted) {
        Kin all = new Kin(wanted.clause(), wanted.fact(), null);
        if (kin.putIfAbsent(all, new ArrayList<>()) == null) {
            inOrder.stream()
                    .filter(breach -> breach.clause().id().equals(wanted.clause()))
                    .forEach(breach -> file(breach, wanted.fact()));
        }
        return kin.getOrDefault(wanted, List.of());
    }

    private void file(Breach breach, @Nullable String fact) {
        String said = fact == null ? null : fact(breach, fact);
        kin.computeIfAbsent(new Kin(breach.clause().id(), fact, said), _ -> new ArrayList<>())
                .add(breach);
    }

    private @Nullable String fact(Breach breach, String name) {
        return name.equals("household")
                ? breach.household(stories)
                : stories.facts(breach.verdict().subject()).get(name);
    }
}
