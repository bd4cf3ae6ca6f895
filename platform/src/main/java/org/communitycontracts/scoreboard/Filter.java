package org.communitycontracts.scoreboard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.standards.CaseList;
import org.jspecify.annotations.Nullable;

/**
 * Which of a clause's cases are looked at. Cases are asked for by the same periods that figures are shown in, so that no
 * smaller group is counted; of those due after the months shown only the ones not yet known are listed, since the others
 * are no figure yet. What an address asks for and does not exist is taken as not asked.
 *
 * @param state only these; null for all
 * @param span the months they were due in
 * @param period the span as it stands in the address; empty for the window
 * @param order how they are sorted
 * @param page which page, from 1; one past the end is asked for as the last
 */
record Filter(Verdict.@Nullable State state, Span span, String period, CaseList.Order order, int page) {
    /** The name of the span of everything that is due after the months shown. */
    static final String LATER = "later";
    /** The name of the span of every period there is, the last one shown included. */
    static final String ALL = "all";

    private static final int MOST_PAGES = 100_000;

    /** What can be asked for; a superseded finding is no case of its own. */
    enum Found {
        MET,
        BREACHED,
        PENDING,
        VOID
    }

    /** Whole months; null is without an end. */
    record Span(YearMonth first, @Nullable YearMonth last) {
        static Span of(Period period) {
            return new Span(period.first(), period.last());
        }

        LocalDate from() {
            return first.atDay(1);
        }

        @Nullable
        LocalDate until() {
            return last == null ? null : last.plusMonths(1).atDay(1);
        }
    }

    static Filter of(Line line, YearMonth upTo, String state, String period, String sort, String page) {
        Period window = line.whole().orElseThrow();
        Span span = Span.of(window);
        String kept = "";
        Verdict.State found = state(state);
        if (period.equals(ALL) && !line.all().isEmpty()) {
            span = new Span(line.all().getFirst().first(), line.all().getLast().last());
            kept = ALL;
        } else if (period.equals(LATER) && line.later() > 0) {
            span = new Span(upTo.plusMonths(1), null);
            kept = LATER;
            found = Verdict.State.PENDING;
        } else {
            Period asked = line.all().stream()
                    .filter(each -> each.name().equals(period))
                    .findAny()
                    .orElse(null);
            span = asked == null ? span : Span.of(asked);
            kept = asked == null ? "" : asked.name();
        }
        return new Filter(found, span, kept, order(sort), page(page));
    }

    private static Verdict.@Nullable State state(String text) {
        return Arrays.stream(Found.values())
                .filter(found -> found.name().equalsIgnoreCase(text))
                .map(found -> Verdict.State.valueOf(found.name()))
                .findAny()
                .orElse(null);
    }

    private static CaseList.Order order(String text) {
        return Arrays.stream(CaseList.Order.values())
                .filter(order -> order.name().equalsIgnoreCase(text))
                .findAny()
                .orElse(CaseList.Order.NEWEST);
    }

    private static int page(String text) {
        return text.matches("[1-9]\\d{0,5}") ? Math.min(Integer.parseInt(text), MOST_PAGES) : 1;
    }

    /** The same, at another page. */
    Filter at(int other) {
        return new Filter(state, span, period, order, other);
    }

    boolean isLater() {
        return period.equals(LATER);
    }

    String stateName() {
        return state == null ? "" : state.name().toLowerCase(Locale.ROOT);
    }

    String orderName() {
        return order.name().toLowerCase(Locale.ROOT);
    }

    /** The part of an address that asks for another page of the same. */
    String query(int other) {
        return "?state=" + stateName() + "&period=" + URLEncoder.encode(period, StandardCharsets.UTF_8) + "&sort="
                + orderName() + "&page=" + other;
    }
}
