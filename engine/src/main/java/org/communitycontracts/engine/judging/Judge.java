package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.Unmeasurable;

/**
 * Judges reports by all the versions of one contract, each under the version in force when its clock was started (S11).
 *
 * <p>A judge reads no clock: what it finds depends on what it is given and on nothing else, and not on the order of it.
 */
public final class Judge {
    private final Promises promises;

    /**
     * A judge for one contract.
     *
     * @param versions its versions, in any order
     * @throws IllegalArgumentException when they are of different contracts or two are in force at one moment
     */
    public Judge(List<Contract> versions) {
        List<Contract> inOrder = versions.stream()
                .sorted(Comparator.comparing(Contract::begins).thenComparingInt(Contract::version))
                .toList();
        for (int i = 1; i < inOrder.size(); i++) {
            mustFollow(inOrder.get(i - 1), inOrder.get(i));
        }
        this.promises = new Promises(inOrder);
    }

    /**
     * The verdict of each clause with a clock on one report, for each clock and cycle; sorted by clause, clock and cycle.
     *
     * @param report whose story it is
     * @param happenings its own, those of the reports with which it was joined, what a count looks at and what belongs to no report,
     *     in any order; more of other reports change nothing
     * @param validAsOf what happened after this moment has not happened yet
     * @param knownAsOf what was written down after this moment is not known yet
     */
    public List<Verdict> judge(String report, List<Happening> happenings, Instant validAsOf, Instant knownAsOf) {
        AsOf asOf = new AsOf(validAsOf, knownAsOf);
        return verdicts(report, new Stories(happenings, asOf), asOf);
    }

    /** The same, out of happenings that were told apart before, for one report after the other. */
    private List<Verdict> verdicts(String report, Stories stories, AsOf asOf) {
        return new Docket(promises, new Hearing(promises, stories, report, asOf)).verdicts();
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
        AsOf asOf = new AsOf(validAsOf, knownAsOf);
        Stories stories = new Stories(Sitting.bearingOnReports(promises.versions(), all), asOf);
        return new Sitting(promises.versions(), all, asOf).verdicts(report -> verdicts(report, stories, asOf));
    }

    /**
     * What stands beside the verdicts on reports where nothing but reports is recorded: the targets of clauses with clocks, over the
     * verdicts on their cases, and the promises that cannot be measured. For those who judge report by report, because there are too
     * many to judge at once.
     *
     * @param cases the verdicts on all reports, in any order
     */
    public List<Verdict> besides(List<Verdict> cases, Instant validAsOf, Instant knownAsOf) {
        AsOf asOf = new AsOf(validAsOf, knownAsOf);
        SortedMap<String, List<InForce>> clauses = new TreeMap<>();
        List<Verdict> besides = new ArrayList<>();
        for (Contract version : promises.versions()) {
            for (Clause clause : version.clauses()) {
                InForce inForce = new InForce(version, clause);
                switch (inForce.duty()) {
                    case Respond _ ->
                        clauses.computeIfAbsent(clause.id(), _ -> new ArrayList<>())
                                .add(inForce);
                    case Unmeasurable _ -> Unmeasured.verdict(inForce, asOf).ifPresent(besides::add);
                    default -> {}
                }
            }
        }
        besides.addAll(new Targets(clauses, asOf).verdicts(cases));
        return besides;
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
