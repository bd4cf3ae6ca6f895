package org.communitycontracts.engine.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.engine.redress.Entitlement;
import org.jspecify.annotations.Nullable;

/** Two judges asked the same; what they say differently, in the smallest case that still shows it. */
record Comparison(Function<Case, List<String>> one, Function<Case, List<String>> other) {
    /** The engine and the second judge, to the second. */
    static Comparison ofVerdicts() {
        return new Comparison(of -> lines(TheEngine.verdicts(of)), Comparison::oracle);
    }

    /** Both on what the second judge's verdicts are worth, to the penny. */
    static Comparison ofEntitlements() {
        return new Comparison(of -> owedByTheEngine(of, verdicts(of)), of -> owedByTheSecond(of, verdicts(of)));
    }

    static List<String> owedByTheEngine(Case of, List<Verdict> verdicts) {
        return written(TheEngine.entitlements(of, verdicts));
    }

    static List<String> owedByTheSecond(Case of, List<Verdict> verdicts) {
        return written(
                new SecondJudge(of.versions()).entitlements(verdicts, of.happenings(), of.validAsOf(), of.knownAsOf()));
    }

    private static List<Verdict> verdicts(Case of) {
        return new SecondJudge(of.versions()).verdicts(of.happenings(), of.validAsOf(), of.knownAsOf());
    }

    private static List<String> written(List<Entitlement> entitlements) {
        return entitlements.stream()
                .map(one -> one.toString().replaceAll("why=\\[.*", ""))
                .sorted()
                .toList();
    }

    static List<String> oracle(Case of) {
        return lines(new SecondJudge(of.versions()).verdicts(of.happenings(), of.validAsOf(), of.knownAsOf()));
    }

    static List<String> lines(List<Verdict> verdicts) {
        return verdicts.stream()
                .map(Found::bare)
                .sorted(SecondJudge.ORDER)
                .map(Found::line)
                .toList();
    }

    /** What differs, with a case that was made as small as it goes; null when nothing does. */
    @Nullable
    String difference(Case of) {
        if (!differs(of)) {
            return null;
        }
        Case small = smaller(of);
        List<String> left = said(one, small);
        List<String> right = said(other, small);
        StringBuilder text = new StringBuilder(small.toString());
        left.stream()
                .filter(line -> !right.contains(line))
                .forEach(line -> text.append("\n    engine: ").append(line));
        right.stream()
                .filter(line -> !left.contains(line))
                .forEach(line -> text.append("\n    second: ").append(line));
        return text.toString();
    }

    boolean differs(Case of) {
        return !said(one, of).equals(said(other, of));
    }

    private static List<String> said(Function<Case, List<String>> judge, Case of) {
        try {
            return judge.apply(of);
        } catch (RuntimeException thrown) {
            StackTraceElement[] where = thrown.getStackTrace();
            return List.of(
                    "fell over: " + thrown + (where.length == 0 ? "" : " at " + where[0]) + " " + thrown.getCause());
        }
    }

    private Case smaller(Case of) {
        Case small = of;
        boolean shrinks = true;
        while (shrinks) {
            shrinks = false;
            for (Case less : lessOf(small)) {
                if (differs(less)) {
                    small = less;
                    shrinks = true;
                    break;
                }
            }
        }
        return small;
    }

    private static List<Case> lessOf(Case of) {
        List<Case> less = new ArrayList<>();
        for (Happening out : of.happenings()) {
            List<Happening> rest = new ArrayList<>(of.happenings());
            rest.remove(out);
            less.add(of.with(rest));
        }
        for (Contract version : of.versions()) {
            for (int i = 0;
                    version.clauses().size() > 1 && i < version.clauses().size();
                    i++) {
                String out = version.clauses().get(i).id();
                less.add(new Case(
                        of.seed(),
                        of.features(),
                        of.versions().stream().map(one -> without(one, out)).toList(),
                        of.happenings(),
                        of.validAsOf(),
                        of.knownAsOf()));
            }
        }
        return less;
    }

    private static Contract without(Contract version, String clause) {
        return new Contract(
                version.id(),
                version.version(),
                version.zone(),
                version.from(),
                version.until(),
                version.currency(),
                version.transition(),
                version.calendars(),
                version.parties(),
                version.clauses().stream()
                        .filter(one -> !one.id().equals(clause))
                        .toList());
    }
}
