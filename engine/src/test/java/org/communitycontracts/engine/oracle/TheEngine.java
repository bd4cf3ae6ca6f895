package org.communitycontracts.engine.oracle;

import java.lang.reflect.InvocationTargetException;
import java.time.Instant;
import java.util.List;
import org.communitycontracts.engine.judging.Judge;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.engine.redress.Entitlement;

/** The engine as a judge of whole cases. */
final class TheEngine {
    private TheEngine() {}

    static List<Verdict> verdicts(Case one) {
        return new Judge(one.versions()).judge(one.happenings(), one.validAsOf(), one.knownAsOf());
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
