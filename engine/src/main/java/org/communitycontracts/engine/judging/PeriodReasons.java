package org.communitycontracts.engine.judging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.communitycontracts.engine.contract.Recur;

/**
 * Explains the verdict on one period: which days it has, how often it was done in them, and what the contract asks for.
 *
 * @param span the period
 * @param acts what was done in it, in order
 * @param state what was found
 */
record PeriodReasons(Span span, List<Happening> acts, Verdict.State state) {
    private static final int MOST_DAYS_NAMED = 10;

    List<String> steps() {
        List<String> steps = new ArrayList<>();
        Words words = span.clause().words(span.begins());
        steps.add(span.clause().says());
        tellDays(steps, words);
        steps.add(count(words));
        acts.stream()
                .map(act -> Acts.lateEntry(act, words))
                .filter(Objects::nonNull)
                .forEach(steps::add);
        return steps;
    }

    private void tellDays(List<String> steps, Words words) {
        if (!span.begins().equals(span.first()) || !span.ends().equals(span.next())) {
            steps.add("Of the period from " + words.day(span.first()) + " to " + words.day(last(span.next()))
                    + " only the part in the season counts: " + words.day(span.begins()) + " to "
                    + words.day(last(span.ends())) + ".");
        }
        if (!span.declared().isEmpty()) {
            span.notices().forEach(notice -> steps.add(notice.told(words)));
            steps.add(Words.count(span.declared().size(), "declared day") + " lie in this period, so it ends with "
                    + words.day(last(span.extendedEnd())) + " and not with " + words.day(last(span.ends())) + ".");
        }
    }

    /** {@code Between Monday 5 January 2026 and Sunday 18 January it was done once, on Tuesday 6 January: the contract asks for once.} */
    private String count(Words words) {
        String days = "Between " + words.day(span.begins()) + " "
                + span.begins().getYear() + " and " + words.day(last(span.extendedEnd())) + " it was ";
        String pending = state == Verdict.State.PENDING ? ", and the period is not over" : "";
        return days + done(words) + ": " + asked() + pending + ".";
    }

    private String done(Words words) {
        if (acts.isEmpty()) {
            return state == Verdict.State.PENDING ? "not done so far" : "not done";
        }
        String soFar = state == Verdict.State.PENDING ? " so far" : "";
        String when = acts.size() > MOST_DAYS_NAMED ? "" : ", on " + words.days(days());
        return "done " + times(acts.size()) + soFar + when;
    }

    private List<LocalDate> days() {
        return acts.stream().map(act -> span.recur().calendar().date(act.at())).toList();
    }

    private String asked() {
        Recur recur = span.recur();
        Integer atMost = recur.atMost();
        String asks = recur.atLeast() == 0 ? "" : "the contract asks for " + times(recur.atLeast());
        if (atMost == null) {
            return asks.isEmpty() ? "the contract asks for nothing" : asks;
        }
        String allows = "no more than " + times(atMost);
        return asks.isEmpty() ? "the contract allows " + allows : asks + " and allows " + allows;
    }

    static String times(int count) {
        return switch (count) {
            case 0 -> "none at all";
            case 1 -> "once";
            case 2 -> "twice";
            default -> count + " times";
        };
    }

    private static LocalDate last(LocalDate end) {
        return end.minusDays(1);
    }
}
