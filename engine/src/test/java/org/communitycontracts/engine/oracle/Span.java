package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A half-open stretch of time, and the naive arithmetic of lists of them. */
record Span(Instant from, Instant to) {
    boolean isEmpty() {
        return !from.isBefore(to);
    }

    boolean holds(Span other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    Span cut(Instant first, Instant last) {
        return new Span(later(from, first), earlier(to, last));
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** The same time, in order, without overlaps and without empty pieces. */
    static List<Span> unite(List<Span> spans) {
        List<Span> united = new ArrayList<>();
        for (Span span : spans.stream()
                .filter(one -> !one.isEmpty())
                .sorted(Comparator.comparing(Span::from).thenComparing(Span::to))
                .toList()) {
            if (!united.isEmpty() && !span.from.isAfter(united.getLast().to)) {
                Span last = united.removeLast();
                united.add(new Span(last.from, later(last.to, span.to)));
            } else {
                united.add(span);
            }
        }
        return united;
    }

    /** What is in the first and not in the second. */
    static List<Span> without(List<Span> these, List<Span> those) {
        List<Span> left = unite(these);
        for (Span taken : unite(those)) {
            List<Span> rest = new ArrayList<>();
            for (Span span : left) {
                rest.add(new Span(span.from, earlier(span.to, taken.from)));
                rest.add(new Span(later(span.from, taken.to), span.to));
            }
            left = rest.stream().filter(one -> !one.isEmpty()).toList();
        }
        return left;
    }

    /** What is in both. */
    static List<Span> both(List<Span> these, List<Span> those) {
        return without(these, without(these, those));
    }

    static long seconds(List<Span> spans) {
        return spans.stream()
                .mapToLong(one -> one.to.getEpochSecond() - one.from.getEpochSecond())
                .sum();
    }
}
