package org.communitycontracts.engine.oracle;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Judge;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.engine.redress.Entitlement;

/**
 * The engine as a judge of whole cases. Found by name, so that the comparison compiles before every part stands: the judge of everything
 * {@code judge(all, validAsOf, knownAsOf)} is used when there is one, else each report is judged alone.
 */
final class TheEngine {
    private TheEngine() {}

    static List<Verdict> verdicts(Case one) {
        Judge judge = new Judge(one.versions());
        try {
            Method whole = Judge.class.getMethod("judge", List.class, Instant.class, Instant.class);
            return verdicts((List<?>) whole.invoke(judge, one.happenings(), one.validAsOf(), one.knownAsOf()));
        } catch (NoSuchMethodException notYet) {
            return alone(judge, one);
        } catch (InvocationTargetException thrown) {
            throw new IllegalStateException("The engine fell over", thrown.getCause());
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }

    private static List<Verdict> alone(Judge judge, Case one) {
        List<Verdict> verdicts = new ArrayList<>();
        for (String report : one.happenings().stream()
                .map(Happening::report)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList()) {
            Set<String> group = group(report, one.happenings());
            List<Happening> own = one.happenings().stream()
                    .filter(told -> told.report() == null || group.contains(told.report()))
                    .toList();
            verdicts.addAll(judge.judge(report, own, one.validAsOf(), one.knownAsOf()));
        }
        return verdicts;
    }

    /** The report and all that were ever merged with it. */
    private static Set<String> group(String report, List<Happening> all) {
        Set<String> group = new HashSet<>(Set.of(report));
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Happening told : all) {
                String into = told.facts().get("into");
                if (told.event().equals("merged") && told.report() != null && into != null) {
                    if (group.contains(told.report()) || group.contains(into)) {
                        grows |= group.addAll(List.of(told.report(), into));
                    }
                }
            }
        }
        return group;
    }

    private static List<Verdict> verdicts(List<?> found) {
        return found.stream().map(Verdict.class::cast).toList();
    }

    /** Whether the engine has a redress yet. */
    static boolean hasRedress() {
        try {
            return Class.forName("org.communitycontracts.engine.redress.Redress") != null;
        } catch (ClassNotFoundException notYet) {
            return false;
        }
    }

    static List<Entitlement> entitlements(Case one, List<Verdict> verdicts) {
        try {
            Class<?> redress = Class.forName("org.communitycontracts.engine.redress.Redress");
            Object of = redress.getConstructor(List.class).newInstance(one.versions());
            Object found = redress.getMethod("entitlements", List.class, List.class, Instant.class, Instant.class)
                    .invoke(of, verdicts, one.happenings(), one.validAsOf(), one.knownAsOf());
            return ((List<?>) found).stream().map(Entitlement.class::cast).toList();
        } catch (InvocationTargetException thrown) {
            throw new IllegalStateException("The engine fell over", thrown.getCause());
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
