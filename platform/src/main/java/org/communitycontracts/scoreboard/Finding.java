package org.communitycontracts.scoreboard;

import java.util.List;
import java.util.Optional;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Target;
import org.jspecify.annotations.Nullable;

/**
 * How a promise stood, and over which months that was judged. A promised share is judged over its last {@link Window}; where
 * the one cut of the months put some of the window together with others, over those whole periods. So a finding follows from
 * figures that are shown, and tells nothing that they hide.
 *
 * @param standing how it stood
 * @param period what was judged; null when there is nothing to judge or to show
 * @param target the share promised then; null when every single case is promised
 */
record Finding(
        Standing standing,
        @Nullable Period period,
        @Nullable Target target) {
    static Finding of(Clause clause, List<Contract> versions, Periods periods) {
        if (clause.target() == null) {
            return ofEvery(periods.whole());
        }
        Optional<Window> window = Window.last(versions, clause.id(), periods.upTo());
        if (periods.all().isEmpty() || window.isEmpty()) {
            return new Finding(periods.all().isEmpty() ? Standing.TOO_FEW : Standing.TOO_EARLY, null, clause.target());
        }
        Target target = window.get().target();
        Period judged = window.get().over(periods.all());
        return new Finding(judged == null ? Standing.TOO_FEW : judged.figure().standing(target), judged, target);
    }

    /** In one neighbourhood under a contract of the whole council, where a share is promised for all of it together. */
    static Finding ofPart(Clause clause, Optional<Period> here) {
        return clause.target() == null ? ofEvery(here) : new Finding(Standing.AS_A_WHOLE, null, clause.target());
    }

    private static Finding ofEvery(Optional<Period> shown) {
        return shown.map(period -> new Finding(period.figure().standing(null), period, null))
                .orElse(new Finding(Standing.TOO_FEW, null, null));
    }

    /** In one sentence: "July to September 2026: 41 of 44, short of the promise of 95 in 100." */
    String say(InWords said) {
        if (target == null) {
            return said.words().of("finding.every");
        }
        return period == null
                ? said.words()
                        .of("finding." + standing.word() + '.' + target.over().word())
                : said.words()
                        .of(
                                "finding." + standing.word(),
                                said.period(period),
                                period.figure().met(),
                                period.figure().counted(),
                                target.share(),
                                target.minCount());
    }

    /** How a share is judged; empty where none is promised. */
    Optional<String> rule(InWords said) {
        return target == null || period == null
                ? Optional.empty()
                : Optional.of(said.words().of("finding.rule." + target.over().word()));
    }
}
