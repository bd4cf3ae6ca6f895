package org.communitycontracts.engine.judging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.engine.contract.Recur;
import org.jspecify.annotations.Nullable;

/** What was done under one version of a duty that recurs, for the place as a whole or for each street: the evidence, in order. */
final class Acts {
    /** For whom, when it is promised for the place as a whole. */
    static final String WHOLE_PLACE = "";

    private final Map<String, List<Happening>> byName = new HashMap<>();
    private final Map<String, Set<Happening>> known = new HashMap<>();

    Acts(InForce clause, Recur recur, Register register) {
        List<Happening> evidence =
                register.those(clause.clause().when(), register.of(recur.evidence()), recur.calendar());
        Recur.Each each = recur.each();
        for (Happening act : evidence) {
            String name = each == null ? WHOLE_PLACE : register.fact(act, each.fact());
            LocalDate day = recur.calendar().date(act.at());
            if (name != null && Span.isIn(recur.season(), day)) {
                byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(act);
                known.computeIfAbsent(name, _ -> Collections.newSetFromMap(new IdentityHashMap<>()))
                        .add(act);
            }
        }
    }

    List<Happening> of(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** Whether this very entry is among them; two entries that say the same are two. */
    boolean has(String name, Happening act) {
        return known.getOrDefault(name, Set.of()).contains(act);
    }

    /** For whom a duty is promised, one by one. */
    static List<String> names(Recur recur) {
        Recur.Each each = recur.each();
        return each == null ? List.of(WHOLE_PLACE) : each.names();
    }

    /** A day, with the name of the street or whatever it is promised for before it. */
    static String subject(String name, LocalDate day) {
        return name.equals(WHOLE_PLACE) ? day.toString() : name + "/" + day;
    }

    /** The acts of several versions for one name: each entry once, in order. */
    static List<Happening> together(Iterable<Acts> versions, String name) {
        Set<Happening> all = Collections.newSetFromMap(new IdentityHashMap<>());
        versions.forEach(acts -> all.addAll(acts.of(name)));
        return Register.inOrder(List.copyOf(all));
    }

    /** Says of an entry that was written down late that it was; null when it was not. */
    static @Nullable String lateEntry(Happening act, Words words) {
        return act.recorded().isAfter(act.at().plus(java.time.Duration.ofHours(24)))
                ? "The entry of " + words.moment(act.at()) + " was written down only on " + words.moment(act.recorded())
                        + "."
                : null;
    }
}
