package org.communitycontracts.engine.oracle;

import java.util.List;
import org.communitycontracts.engine.judging.Judge;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.engine.redress.Entitlement;
import org.communitycontracts.engine.redress.Redress;

/** The engine as a judge of whole cases. */
final class TheEngine {
    private TheEngine() {}

    static List<Verdict> verdicts(Case one) {
        return new Judge(one.versions()).judge(one.happenings(), one.validAsOf(), one.knownAsOf());
    }

    static List<Entitlement> entitlements(Case one, List<Verdict> verdicts) {
        return new Redress(one.versions()).entitlements(verdicts, one.happenings(), one.validAsOf(), one.knownAsOf());
    }
}
