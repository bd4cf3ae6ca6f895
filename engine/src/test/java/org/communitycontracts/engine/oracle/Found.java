package org.communitycontracts.engine.oracle;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.judging.Verdict;
import org.jspecify.annotations.Nullable;

/** A verdict being written: the bare one, without drawing and words. */
final class Found {
    private final View.Promised promised;
    private final String subject;
    private @Nullable String clock;
    private int cycle = 1;
    private Verdict.State state = Verdict.State.PENDING;
    private final @Nullable Instant[] times = new Instant[3];
    private long used;
    private long held;
    private @Nullable Instant breachedAt;
    private @Nullable String holder;
    private List<Verdict.Custody> custody = List.of();
    private @Nullable String duplicateOf;
    private Verdict.@Nullable Share share;

    private Found(View.Promised promised, String subject) {
        this.promised = promised;
        this.subject = subject;
    }

    static Found of(View.Promised promised, String subject) {
        return new Found(promised, subject);
    }

    /** A calendar on which every moment counts. */
    static Calendar dayAndNight(ZoneId zone) {
        return new Calendar("day and night", zone, Set.copyOf(EnumSet.allOf(DayOfWeek.class)), 0, 1440, List.of());
    }

    Found clock(@Nullable String name) {
        clock = name;
        return this;
    }

    Found cycle(int nth) {
        cycle = nth;
        return this;
    }

    Found state(Verdict.State found) {
        state = found;
        return this;
    }

    Found times(@Nullable Instant start, @Nullable Instant due, @Nullable Instant stopped) {
        times[0] = start;
        times[1] = due;
        times[2] = stopped;
        return this;
    }

    Found time(long secondsUsed, long secondsHeld) {
        used = secondsUsed;
        held = secondsHeld;
        return this;
    }

    Found broken(@Nullable Instant at, @Nullable String by) {
        breachedAt = at;
        holder = by;
        return this;
    }

    Found custody(List<Verdict.Custody> parties) {
        custody = parties;
        return this;
    }

    Found duplicateOf(@Nullable String master) {
        duplicateOf = master;
        return this;
    }

    Found share(int kept, int counted) {
        share = new Verdict.Share(kept, counted);
        return this;
    }

    Verdict verdict() {
        return new Verdict(
                promised.clause().id(),
                promised.contract().id(),
                promised.contract().version(),
                subject,
                clock,
                cycle,
                state,
                times[0],
                times[1],
                times[2],
                used,
                held,
                breachedAt,
                holder,
                custody,
                duplicateOf,
                share,
                List.of(),
                List.of());
    }

    /** What is compared of a verdict: all but the drawing and the words. */
    static Verdict bare(Verdict full) {
        return new Verdict(
                full.clause(),
                full.contract(),
                full.contractVersion(),
                full.subject(),
                full.clock(),
                full.cycle(),
                full.state(),
                full.start(),
                full.due(),
                full.stopped(),
                full.used(),
                full.held(),
                full.breachedAt(),
                full.holderAtBreach(),
                full.custody(),
                full.duplicateOf(),
                full.share(),
                List.of(),
                List.of());
    }

    /** The same with another number. */
    static Verdict numbered(Verdict one, int cycle) {
        return new Verdict(
                one.clause(),
                one.contract(),
                one.contractVersion(),
                one.subject(),
                one.clock(),
                cycle,
                one.state(),
                one.start(),
                one.due(),
                one.stopped(),
                one.used(),
                one.held(),
                one.breachedAt(),
                one.holderAtBreach(),
                one.custody(),
                one.duplicateOf(),
                one.share(),
                List.of(),
                List.of());
    }

    /** The same, taken out of the count. */
    static Verdict voided(Verdict one) {
        return new Verdict(
                one.clause(),
                one.contract(),
                one.contractVersion(),
                one.subject(),
                one.clock(),
                one.cycle(),
                Verdict.State.VOID,
                one.start(),
                one.due(),
                one.stopped(),
                one.used(),
                one.held(),
                null,
                null,
                one.custody(),
                one.duplicateOf(),
                one.share(),
                List.of(),
                List.of());
    }

    /** The words of a comparison: one line for each verdict. */
    static String line(Verdict one) {
        String text = one.toString();
        return Arrays.stream(
                        text.substring(text.indexOf('[') + 1, text.length() - 1).split(", (?=[a-zA-Z]+=)", -1))
                .filter(part -> !part.endsWith("=null") && !part.endsWith("=[]") && !part.startsWith("contract="))
                .map(part -> part.substring(part.indexOf('=') + 1))
                .reduce((left, right) -> left + " " + right)
                .orElse("");
    }
}
