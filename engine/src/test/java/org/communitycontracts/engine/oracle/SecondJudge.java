package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Verdict;

/**
 * A second judge, written from the text of the contract language alone: slow, plain, and sharing no code with the engine's. Each of its
 * parts says in its Javadoc how it reads the text where the text leaves a choice.
 */
record SecondJudge(List<Contract> versions) {
    /** By clause, subject, clock (the unnamed first) and cycle. */
    static final Comparator<Verdict> ORDER = Comparator.comparing(Verdict::clause)
            .thenComparing(Verdict::subject)
            .thenComparing(Verdict::clock, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingInt(Verdict::cycle)
            .thenComparingInt(Verdict::contractVersion);

    /** Everything that can be said at a moment, knowing what was known at another. */
    List<Verdict> verdicts(List<Happening> all, Instant validAsOf, Instant knownAsOf) {
        View view = View.of(versions, all, validAsOf, knownAsOf);
        List<Verdict> verdicts = new ArrayList<>();
        Groups groups = Groups.of(view);
        for (String report : view.reports()) {
            verdicts.addAll(new RespondReading(view, groups, report).verdicts());
        }
        verdicts.sort(ORDER);
        return verdicts;
    }
}
