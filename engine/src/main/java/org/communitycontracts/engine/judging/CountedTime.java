package org.communitycontracts.engine.judging;

import java.time.LocalDate;
import java.util.List;
import org.communitycontracts.engine.contract.ShareOfTime;
import org.communitycontracts.engine.contract.Target;

/** Judges a duty to spend a share of the time worked: the minutes that those who worked it counted, out of all minutes. */
final class CountedTime {
    private static final String MINUTES = "\\d{1,9}";

    private CountedTime() {}

    static List<Verdict> verdicts(InForce clause, ShareOfTime duty, Register register) {
        Target target = clause.clause().target();
        if (target == null) {
            return List.of();
        }
        WindowCounts tally = new WindowCounts(clause, target, register.asOf());
        for (Happening shift :
                register.those(clause.clause().when(), register.of(String.valueOf(duty.counted())), duty.calendar())) {
            count(duty, shift, tally.on(LocalDate.ofInstant(shift.at(), clause.zone())));
        }
        return tally.windows().stream()
                .map(window -> found(window, target, tally.of(window)).verdict(register.asOf(), true))
                .toList();
    }

    private static void count(ShareOfTime duty, Happening shift, WindowCounts.Count count) {
        String part = shift.facts().getOrDefault(String.valueOf(duty.part()), "");
        String whole = shift.facts().getOrDefault(String.valueOf(duty.whole()), "");
        if (part.matches(MINUTES) && whole.matches(MINUTES) && Long.parseLong(part) <= Long.parseLong(whole)) {
            count.add(Long.parseLong(part), Long.parseLong(whole));
        } else {
            count.unread++;
        }
    }

    private static ShareCount found(WindowSpan window, Target target, WindowCounts.Count count) {
        String what = Words.count(count.cases, "entry").replace("entrys", "entries") + " counted "
                + Words.count(count.counted, "minute") + ", " + count.kept + " of them as promised";
        List<String> more = count.unread == 0
                ? List.of()
                : List.of(
                        "Entries without two whole numbers of minutes, the part no more than the whole, were not counted: "
                                + count.unread + ".");
        boolean isEnough = count.counted > 0 && count.cases >= target.minCount();
        return new ShareCount(window, target, count.kept, count.counted, isEnough, what, more);
    }
}
