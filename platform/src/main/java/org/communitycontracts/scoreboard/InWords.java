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
import java.util.Optional;
import org.communitycontracts.contracts.ContractFile;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Party;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.Target;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.web.Link;
import org.communitycontracts.web.Words;

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
        Target target = clause.target();
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
    String change(Agreement.Change change) {
        Clause clause = change.clause();
        if (clause == null) {
            return words.of("change.absent");
        }
        return change.isNone() ? words.of("change.none") : words.of("change.text", clause.text());
    }

    /** That a promise changed within the months of a figure, briefly; empty where it did not. */
    Optional<String> changed(List<LocalDate> days) {
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(words.of(
                        "changed.on",
                        list(days.reversed().stream().map(this::day).toList())));
    }

    /** The place a contract holds in: "Plains Farm", "the whole area of Sunderland City Council". */
    String scope(Where where) {
        return where.neighbourhood() == null ? words.of("whole", where.council().name()) : where.name();
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

    /** The last month of a period for the foot of a drawing; where there is room, the first too. */
    String shortly(Period period, boolean roomy) {
        String last = format("MMM").format(period.last());
        boolean isOne = period.first().equals(period.last());
        return isOne || !roomy ? last : words.of("period.short", format("MMM").format(period.first()), last);
    }

    private DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, words.language());
    }
}
