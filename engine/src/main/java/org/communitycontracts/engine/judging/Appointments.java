package org.communitycontracts.engine.judging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.contract.Appoint;

/** Judges the appointments, and the notices of planned work, of single reports, under every version with such a clause. */
final class Appointments {
    private final Register register;
    private final List<InForce> clauses;
    private final List<Notices> notices;

    Appointments(List<InForce> all, Register register) {
        this.register = register;
        this.clauses =
                all.stream().filter(clause -> clause.duty() instanceof Appoint).toList();
        this.notices =
                clauses.stream().map(clause -> Notices.of(clause, register)).toList();
    }

    boolean arePromised() {
        return !clauses.isEmpty();
    }

    /** The verdicts on one report: for each clause one for each appointment or thing planned, numbered through all versions. */
    List<Verdict> on(String report, List<Happening> entries) {
        List<Happening> seen = entries.stream().filter(register.asOf()::sees).toList();
        Timeline story = new Timeline(report, seen, List.of(), new Group(report, Map.of(), report));
        Map<String, Integer> numbers = new HashMap<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            InForce clause = clauses.get(i);
            for (Conclusion outcome : outcomes(clause, story, notices.get(i))) {
                int number = numbers.merge(clause.clause().id(), 1, Integer::sum);
                verdicts.add(
                        clause.verdict(report, new Excuses(clause, story).struckOut(outcome.numbered(null, number))));
            }
        }
        return verdicts;
    }

    /** The same on its calendar as it was known: a holiday proclaimed later makes no notice too short (S13). */
    private Appoint known(Appoint duty) {
        return new Appoint(
                duty.made(),
                duty.kept(),
                duty.cancelled(),
                duty.notice(),
                duty.isNotice(),
                duty.calendar().knownAt(register.asOf().known()));
    }

    private List<Conclusion> outcomes(InForce clause, Timeline story, Notices declared) {
        if (!(clause.duty() instanceof Appoint written)) {
            return List.of();
        }
        Appoint duty = known(written);
        return duty.isNotice()
                ? new PlannedWork(clause, duty, story, register).outcomes()
                : new Diary(clause, duty, story, register, declared).outcomes();
    }
}
