package org.communitycontracts.scoreboard;

import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.communitycontracts.contracts.ContractFile;
import org.communitycontracts.engine.Clause;
import org.communitycontracts.engine.Contract;
import org.communitycontracts.engine.Party;
import org.communitycontracts.engine.Respond;
import org.communitycontracts.engine.Verdict;
import org.communitycontracts.web.Link;
import org.communitycontracts.web.Words;
import org.communitycontracts.web.charts.Columns;
import org.communitycontracts.web.charts.Series;
import org.communitycontracts.web.parts.Cell;

/** How a scoreboard says its days, periods and figures, in one language and one zone. */
record InWords(Words words, ZoneId zone) {
    String day(LocalDate day) {
        return format("d MMMM uuuu").format(day);
    }

    String day(Instant moment) {
        return day(LocalDate.ofInstant(moment, zone));
    }

    /** The day and the time of day. */
    String moment(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        return words.of("time.at", format("d MMM uuuu").format(local), time(local.toLocalTime()));
    }

    private String time(LocalTime time) {
        if (time.equals(LocalTime.NOON) || time.equals(LocalTime.MIDNIGHT)) {
            return words.of(time.equals(LocalTime.NOON) ? "time.noon" : "time.midnight");
        }
        String half = format("a").format(time).toLowerCase(Locale.ROOT);
        return time.getMinute() == 0
                ? words.of("time.hour", format("h").format(time), half)
                : words.of("time.minute", format("h").format(time), format("mm").format(time), half);
    }

    /** {@code October 2026}, {@code August to October 2026}, {@code November 2025 to January 2026}. */
    String months(YearMonth first, YearMonth last) {
        String to = format("MMMM uuuu").format(last);
        if (first.equals(last)) {
            return to;
        }
        String from =
                format(first.getYear() == last.getYear() ? "MMMM" : "MMMM uuuu").format(first);
        return words.of("period.range", from, to);
    }

    String period(Period period) {
        return months(period.first(), period.last());
    }

    /** The share and its range: "92 in 100, likely 87 to 96". */
    String range(Figure figure) {
        Interval likely = figure.interval();
        String key = figure.breached() == 0 ? "range.all" : "range";
        return words.of(key, figure.inHundred(), likely.low(), likely.high());
    }

    /** What was promised: "the promise is 95". */
    String aim(Clause clause) {
        Clause.Target target = clause.target();
        return target == null ? words.of("aim.every") : words.of("aim.share", target.share());
    }

    /** When a version was or is in force: "1 April 2023 to 31 March 2026". */
    String term(Contract contract) {
        return contract.until() == null
                ? words.of("term.open", day(contract.from()))
                : words.of("term", day(contract.from()), day(contract.until().minusDays(1)));
    }

    /** Since when the version looked at is in force. */
    String inForce(Agreement agreement) {
        Contract now = agreement.current();
        return words.of(agreement.isInForce() ? "in-force" : "not-in-force", now.version(), day(now.from()), term(now));
    }

    /** What a version says of a clause, beside the one before. */
    String change(ClausePage.Change change) {
        Clause clause = change.clause();
        if (clause == null) {
            return words.of("change.absent");
        }
        return change.isNone() ? words.of("change.none") : words.of("change.text", clause.text());
    }

    /** The names of all who signed. */
    List<String> parties(ContractFile file) {
        return file.contract().clauses().stream()
                .map(clause -> clause.by().name())
                .distinct()
                .toList();
    }

    /** Whether anybody of that side promises something. */
    boolean has(ContractFile file, Party.Role role) {
        return file.contract().clauses().stream().anyMatch(clause -> clause.by().role() == role);
    }

    /** What a version changed, clause by clause. */
    List<String> changes(Agreement agreement, ContractFile version) {
        int place = agreement.versions().indexOf(version);
        if (place == 0) {
            return List.of(words.of("contract.first"));
        }
        Contract before = agreement.versions().get(place - 1).contract();
        return Changes.between(before, version.contract()).stream()
                .map(change -> words.of("changed." + change.kind().name().toLowerCase(Locale.ROOT), change.fillings()))
                .toList();
    }

    /** The way to a page below that of a clause. */
    List<Link> crumbs(Board board, String clause, String address, String here) {
        List<Link> crumbs = crumbs(board, here);
        crumbs.add(crumbs.size() - 1, Link.to(words.of("clause.crumb"), address));
        return crumbs;
    }

    /** What was found of one case. */
    String state(Verdict.State state) {
        return words.of("state." + state.name().toLowerCase(Locale.ROOT));
    }

    String stateLook(Verdict.State state) {
        return switch (state) {
            case MET -> "good";
            case BREACHED -> "short";
            case PENDING -> "open";
            case VOID, SUPERSEDED, INSUFFICIENT, UNMEASURABLE -> "";
        };
    }

    String took(long seconds, Respond duty) {
        return Taken.of(seconds, duty).say(words);
    }

    List<Link> crumbs(Board board, String here) {
        List<Link> crumbs = new ArrayList<>();
        crumbs.add(Link.to(words.of("home"), "/"));
        crumbs.add(Link.to(
                board.where().council().name(),
                "/councils/" + board.where().council().slug()));
        if (board.where().neighbourhood() != null) {
            crumbs.add(Link.to(board.where().name(), board.where().address()));
        }
        crumbs.add(Link.here(here));
        return crumbs;
    }

    List<Cell> neighboursHead() {
        return List.of(
                Cell.of(words.of("table.neighbourhood")),
                Cell.number(words.of("kept")),
                Cell.number(words.of("table.of")),
                Cell.number(words.of("table.share")),
                Cell.number(words.of("table.likely")));
    }

    List<List<Cell>> neighboursRows(ClausePage page) {
        return page.neighbours().stream().map(this::neighboursRow).toList();
    }

    private List<Cell> neighboursRow(ClausePage.Local local) {
        Cell name = Cell.of(
                local.address() == null ? output -> output.writeContent("") : link(local.name(), local.address()));
        Figure figure = local.figure();
        if (figure == null || !figure.isEnough()) {
            String why = words.of(figure == null ? "table.hidden" : "table.none");
            return List.of(name, Cell.number(why), Cell.number(""), Cell.number(""), Cell.number(""));
        }
        return List.of(
                name,
                Cell.number(number(figure.met())),
                Cell.number(number(figure.counted())),
                Cell.number(number(figure.inHundred())),
                Cell.number(words.of(
                        "from-to", figure.interval().low(), figure.interval().high())));
    }

    String number(long number) {
        return words.of("number", number);
    }

    /** A link to be set in a sentence. */
    Content link(String text, String address) {
        return output -> {
            HtmlTemplateOutput html = (HtmlTemplateOutput) output;
            html.writeContent("<a href=\"");
            html.setContext("a", "href");
            html.writeUserContent(address);
            html.writeContent("\">");
            html.setContext("a", null);
            html.writeUserContent(text);
            html.writeContent("</a>");
        };
    }

    String standing(Standing standing) {
        return words.of("standing." + standing.word());
    }

    /** The party, and the usual time where it is known. */
    String who(Line line) {
        String name = line.clause().by().name();
        return line.taken()
                .map(taken -> words.of("who.usual", name, taken.say(words)))
                .orElse(name);
    }

    /** The time promised. */
    String promised(Respond duty) {
        return Taken.promised(duty, words);
    }

    /** A list of names: "a, b and c". */
    String list(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : words.of("list", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
    }

    /** The small drawing of the window. */
    Series series(Line line) {
        List<OptionalDouble> shares = line.window().stream()
                .map(period -> OptionalDouble.of(share(period.figure())))
                .toList();
        Clause.Target target = line.clause().target();
        return Series.of(shares, OptionalDouble.of(target == null ? 100 : target.share()));
    }

    /** What the small drawing shows, for those who do not see it. */
    String seriesSaid(Line line) {
        List<String> said = new ArrayList<>();
        for (Period period : line.window()) {
            said.add(words.of("series.point", period(period), period.figure().inHundred()));
        }
        return words.of("series", String.join(", ", said));
    }

    /** The drawing of kept, not kept, not yet known and not counted. */
    Columns columns(Line line) {
        List<Columns.Column> columns = new ArrayList<>();
        for (Period period : line.window()) {
            columns.add(Columns.Column.of(
                    period(period),
                    format("MMM").format(period.last()),
                    List.of(period.figure().met(), period.figure().breached(), period.pending(), period.notCounted())));
        }
        if (line.later() > 0) {
            columns.add(Columns.Column.of(words.of("later"), words.of("later.short"), List.of(0, 0, line.later(), 0)));
        }
        return new Columns(
                List.of(words.of("kept"), words.of("not-kept"), words.of("not-yet-known"), words.of("not-counted")),
                columns);
    }

    private static double share(Figure figure) {
        return 100.0 * figure.met() / figure.counted();
    }

    private DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, words.language());
    }
}
