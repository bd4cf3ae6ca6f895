package org.communitycontracts.scoreboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.standards.CaseList;
import org.communitycontracts.web.parts.Choice;
import org.communitycontracts.web.parts.Turning;

/**
 * What a page of cases shows.
 *
 * @param board the scoreboard
 * @param line the clause
 * @param filter which cases were asked for
 * @param list those on this page, and the count of all
 * @param reports the reports of those on this page, by number
 */
record CasesPage(Board board, Line line, Filter filter, CaseList list, Map<Long, Report> reports) {
    static final int SIZE = 25;

    CasesPage {
        reports = Map.copyOf(reports);
    }

    /** A list of no case has one page too. */
    static int lastPage(long count) {
        return (int) Math.max(1, Math.ceilDiv(count, SIZE));
    }

    Report report(CaseList.Case one) {
        Report report = reports.get(one.report());
        if (report == null) {
            throw new IllegalStateException("Case " + one.report() + " has no report");
        }
        return report;
    }

    String address(CaseList.Case one) {
        return "/councils/" + board.where().council().slug() + "/cases/"
                + report(one).reference();
    }

    String clauseAddress() {
        return board.address(line);
    }

    String address() {
        return clauseAddress() + "/cases";
    }

    Turning turning() {
        return Turning.of(filter.page(), lastPage(list.count()), number -> address() + filter.query(number));
    }

    List<Choice> states(InWords said) {
        List<Choice> choices = new ArrayList<>();
        choices.add(Choice.of("", said.words().of("cases.state.all")));
        for (Filter.Found found : Filter.Found.values()) {
            String name = found.name().toLowerCase(java.util.Locale.ROOT);
            choices.add(Choice.of(name, said.words().of("cases.state." + name)));
        }
        return choices;
    }

    /** The window, then each period, the newest first; under a contract of the whole council only the window. */
    List<Choice> periods(InWords said) {
        List<Choice> choices = new ArrayList<>();
        choices.add(Choice.of("", said.period(line.whole().orElseThrow())));
        line.all().reversed().forEach(period -> choices.add(Choice.of(period.name(), said.period(period))));
        if (line.later() > 0) {
            choices.add(Choice.of(Filter.LATER, said.words().of("later")));
        }
        if (!line.all().isEmpty()) {
            choices.add(Choice.of(Filter.ALL, said.words().of("cases.period.all")));
        }
        return choices;
    }

    List<Choice> orders(InWords said) {
        List<Choice> choices = new ArrayList<>();
        for (CaseList.Order order : CaseList.Order.values()) {
            String name = order.name().toLowerCase(java.util.Locale.ROOT);
            choices.add(Choice.of(name, said.words().of("cases.sort." + name)));
        }
        return choices;
    }
}
