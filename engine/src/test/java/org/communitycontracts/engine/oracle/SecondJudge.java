package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.contract.Appoint;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Grade;
import org.communitycontracts.engine.contract.Recur;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.RollingCount;
import org.communitycontracts.engine.contract.Score;
import org.communitycontracts.engine.contract.ShareOfTime;
import org.communitycontracts.engine.contract.Target;
import org.communitycontracts.engine.contract.Unmeasurable;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.engine.redress.Entitlement;

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
        Map<Verdict, Instant> otherDues = new HashMap<>();
        for (String report : view.reports()) {
            verdicts.addAll(new RespondReading(view, groups, report, otherDues).verdicts());
        }
        List<Verdict> appointments = new ArrayList<>();
        view.promises().forEach(promised -> other(view, promised, verdicts, appointments));
        List<Verdict> numbered = new ArrayList<>();
        number(appointments, numbered);
        numbered.forEach(one -> verdicts.add(isStruckOut(view, one) ? Found.voided(one) : one));
        List<Verdict> cases = List.copyOf(verdicts);
        List<Verdict> windows = new ArrayList<>();
        view.promises().forEach(promised -> shares(view, promised, cases, otherDues, windows));
        number(windows, verdicts);
        verdicts.sort(ORDER);
        return verdicts;
    }

    /** What the breaches among these verdicts are worth. */
    List<Entitlement> entitlements(List<Verdict> verdicts, List<Happening> all, Instant validAsOf, Instant knownAsOf) {
        return new MoneyReading(View.of(versions, all, validAsOf, knownAsOf), verdicts).entitlements();
    }

    private static boolean isStruckOut(View view, Verdict one) {
        Instant breach = one.breachedAt();
        return breach != null
                && view.promises().stream()
                        .filter(promised -> promised.clause().id().equals(one.clause())
                                && promised.contract().version() == one.contractVersion())
                        .anyMatch(promised -> StruckOut.of(view, promised, one, breach) != null);
    }

    /** Numbers the verdicts on one subject through all versions. */
    private static void number(List<Verdict> some, List<Verdict> verdicts) {
        Map<String, Integer> numbers = new HashMap<>();
        some.forEach(one ->
                verdicts.add(Found.numbered(one, numbers.merge(one.clause() + " " + one.subject(), 1, Integer::sum))));
    }

    private static void other(View view, View.Promised promised, List<Verdict> verdicts, List<Verdict> appointments) {
        switch (promised.duty()) {
            case Recur recur -> verdicts.addAll(new PeriodReading(view, promised, recur).verdicts());
            case RollingCount count -> verdicts.addAll(new CountReading(view, promised, count).verdicts());
            case Appoint appoint ->
                view.reports()
                        .forEach(report ->
                                appointments.addAll(new AppointReading(view, promised, appoint, report).verdicts()));
            case Unmeasurable(String kind) -> {
                if (!kind.equals("respond") && !promised.contract().begins().isAfter(view.validAsOf())) {
                    verdicts.add(Found.of(promised, "" + promised.contract().from())
                            .state(Verdict.State.UNMEASURABLE)
                            .times(promised.contract().begins(), null, null)
                            .verdict());
                }
            }
            default -> {}
        }
    }

    private static void shares(
            View view,
            View.Promised promised,
            List<Verdict> cases,
            Map<Verdict, Instant> otherDues,
            List<Verdict> verdicts) {
        Target target = promised.clause().target();
        if (target == null) {
            return;
        }
        WindowReading windows = new WindowReading(view, promised, target);
        switch (promised.duty()) {
            case Grade grade -> verdicts.addAll(windows.ofDuty(grade));
            case Score score -> verdicts.addAll(windows.ofDuty(score));
            case ShareOfTime time -> verdicts.addAll(windows.ofDuty(time));
            case Respond _, Recur _, Appoint _ -> verdicts.addAll(windows.ofCases(cases, otherDues));
            default -> {}
        }
    }
}
