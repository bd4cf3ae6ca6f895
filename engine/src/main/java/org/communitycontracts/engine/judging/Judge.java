package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.communitycontracts.engine.contract.Contract;

/**
 * Judges reports by all the versions of one contract, each under the version in force when its clock was started (S11).
 *
 * <p>A judge reads no clock: what it finds depends on what it is given and on nothing else, and not on the order of it.
 */
public final class Judge {
    private final List<Contract> versions;
    private final List<Promise> promises;

    /**
     * A judge for one contract.
     *
     * @param versions its versions, in any order
     * @throws IllegalArgumentException when they are of different contracts or two are in force at one moment
     */
    public Judge(List<Contract> versions) {
        this.versions = versions.stream()
                .sorted(Comparator.comparing(Contract::begins).thenComparingInt(Contract::version))
                .toList();
        for (int i = 1; i < this.versions.size(); i++) {
            mustFollow(this.versions.get(i - 1), this.versions.get(i));
        }
        this.promises = this.versions.stream()
                .map(Promise::listOf)
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The verdict of each clause with a clock on one report, for each cycle; sorted by clause and cycle.
     *
     * @param report whose story it is
     * @param story its happenings, in any order
     * @param validAsOf what happened after this moment has not happened yet
     * @param knownAsOf what was written down after this moment is not known yet
     */
    public List<Verdict> judge(String report, List<Happening> story, Instant validAsOf, Instant knownAsOf) {
        Hearing hearing = new Hearing(versions, new Timeline(report, story), new AsOf(validAsOf, knownAsOf));
        SortedMap<String, List<Finding>> byClause = new TreeMap<>();
        for (Promise promise : promises) {
            List<Finding> findings = hearing.findings(promise);
            if (!findings.isEmpty()) {
                byClause.putIfAbsent(promise.clause().id(), findings);
            }
        }
        return byClause.values().stream()
                .flatMap(List::stream)
                .map(Finding::verdict)
                .toList();
    }

    /**
     * Everything that the contract promises: the verdicts on each report, and on each period, gap, window, count and appointment; sorted
     * by clause, subject, clock (none first) and cycle.
     *
     * <p>A period belongs to the version in force on its first day. A window of which two versions have a part is judged by each, and
     * the later one's verdict has the next cycle number. What had not begun by the moment of the question has no verdict.
     *
     * @param all the happenings of every report and those that belong to none, in any order
     * @param validAsOf what happened after this moment has not happened yet
     * @param knownAsOf what was written down after this moment is not known yet
     */
    public List<Verdict> judge(List<Happening> all, Instant validAsOf, Instant knownAsOf) {
        return new Sitting(versions, all, new AsOf(validAsOf, knownAsOf))
                .verdicts((report, story) -> judge(report, story, validAsOf, knownAsOf));
    }

    private static void mustFollow(Contract earlier, Contract later) {
        if (!earlier.id().equals(later.id())) {
            throw new IllegalArgumentException(
                    "One judge judges one contract, not both " + earlier.id() + " and " + later.id());
        }
        if (earlier.isInForceAt(later.begins())) {
            throw new IllegalArgumentException("Versions " + earlier.version() + " and " + later.version() + " of "
                    + later.id() + " are both in force on " + later.from());
        }
    }
}
