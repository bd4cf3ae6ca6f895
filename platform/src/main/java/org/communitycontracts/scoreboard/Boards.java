package org.communitycontracts.scoreboard;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.standards.Covered;
import org.communitycontracts.standards.LocalTally;
import org.communitycontracts.standards.Tallies;
import org.communitycontracts.standards.Tally;
import org.communitycontracts.standards.UsualTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The collection of scoreboards: a few reads of counts each, whatever the number of cases. */
@Component
class Boards {
    private final Councils councils;
    private final Neighbourhoods neighbourhoods;
    private final Agreements agreements;
    private final Tallies tallies;

    Boards(Councils councils, Neighbourhoods neighbourhoods, Agreements agreements, Tallies tallies) {
        this.councils = councils;
        this.neighbourhoods = neighbourhoods;
        this.agreements = agreements;
        this.tallies = tallies;
    }

    /** By the names in an address; without a place, that of the whole council. */
    Optional<Board> find(String council, @Nullable String place) {
        return where(council, place).flatMap(this::find);
    }

    /** The scoreboard with this clause: that of the place's own contract, or else that of the whole council. */
    Optional<Board> find(String council, @Nullable String place, String clause) {
        return where(council, place)
                .flatMap(where -> find(where)
                        .filter(board -> board.find(clause).isPresent())
                        .or(() -> findWider(where)
                                .filter(board -> board.find(clause).isPresent())));
    }

    private Optional<Where> where(String council, @Nullable String place) {
        return councils.find(council)
                .flatMap(found -> place == null
                        ? Optional.of(new Where(found, null))
                        : neighbourhoods.find(found.id(), place).map(each -> new Where(found, each)));
    }

    /** The scoreboard of the contract of this name, in the place it was made for. */
    Optional<Board> find(Council council, String contract) {
        return agreements
                .find(council, contract)
                .map(agreement -> board(where(council, agreements.place(council, contract)), agreement));
    }

    /** The names of a council's contracts, each with the name of the place it was made for. */
    Map<String, String> listNames(Council council, InWords said) {
        Map<String, String> names = new TreeMap<>();
        agreements
                .listPlaces(council)
                .forEach((contract, place) -> names.put(contract, said.scope(where(council, place))));
        return names;
    }

    /** The contract as the judging of its reports knows it. */
    Covered covered(Board board) {
        Neighbourhood neighbourhood = board.where().neighbourhood();
        return new Covered(
                board.where().council().id(),
                neighbourhood == null ? null : neighbourhood.id(),
                board.agreement().contracts());
    }

    private Where where(Council council, Optional<Long> place) {
        return new Where(
                council,
                place.map(number -> neighbourhoods.neighbourhood(council.id(), number))
                        .orElse(null));
    }

    /** A neighbourhood's own contract comes before that of the whole council. */
    Optional<Board> find(Where where) {
        Optional<Agreement> own = agreements.find(where);
        if (own.isPresent() || where.neighbourhood() == null) {
            return own.map(agreement -> board(where, agreement));
        }
        return findWider(where);
    }

    /** The contract of the whole council as it stands in one of its neighbourhoods, whether or not that has its own. */
    Optional<Board> findWider(Where where) {
        return where.neighbourhood() == null
                ? Optional.empty()
                : agreements.find(new Where(where.council(), null)).map(agreement -> sharedBoard(where, agreement));
    }

    /** The neighbourhoods that have a contract of their own, by number, with what it promises. */
    Map<Long, List<Clause>> listOwn(Council council) {
        return agreements.listOwn(council);
    }

    private Board board(Where where, Agreement agreement) {
        Council council = where.council();
        YearMonth upTo = Periods.lastWholeMonth(agreement.asOf(), council.zone());
        Map<String, Periods> cuts = Periods.byClause(tallies.list(council.id(), agreement.id(), where.number()), upTo);
        Map<String, UsualTime> usual = tallies.usualTimes(council.id(), agreement.id(), where.number());
        List<Line> lines = new ArrayList<>();
        for (Clause clause : agreement.clauses()) {
            Periods periods = cuts.getOrDefault(clause.id(), new Periods(List.of(), upTo, 0));
            lines.add(new Line(
                    clause,
                    periods.whole(),
                    periods.window(),
                    periods.all(),
                    periods.later(),
                    Finding.of(clause, agreement.contracts(), periods),
                    usual.get(clause.id())));
        }
        return new Board(where, agreement, upTo, lines, unpromised(where, agreement, upTo), false);
    }

    private Board sharedBoard(Where where, Agreement agreement) {
        Board whole = board(new Where(where.council(), null), agreement);
        Map<String, Neighbours> neighbours = neighbours(whole);
        Map<String, UsualTime> usual = tallies.usualTimes(where.council().id(), agreement.id(), where.number());
        List<Line> lines = new ArrayList<>();
        for (Line line : whole.lines()) {
            Optional<Period> here = line.whole()
                    .flatMap(window -> Optional.ofNullable(
                                    neighbours.get(line.clause().id()))
                            .flatMap(all -> all.find(where.number()))
                            .filter(Figure::isEnough)
                            .map(figure -> new Period(window.first(), window.last(), figure, 0, 0)));
            lines.add(new Line(
                    line.clause(),
                    here,
                    List.of(),
                    List.of(),
                    0,
                    Finding.ofPart(line.clause(), here),
                    usual.get(line.clause().id())));
        }
        return new Board(where, agreement, whole.upTo(), lines, unpromised(where, agreement, whole.upTo()), true);
    }

    /** The figures of the neighbourhoods under a contract of the whole council, by clause, over each clause's window. */
    Map<String, Neighbours> neighbours(Board whole) {
        Map<String, Period> windows = whole.lines().stream()
                .filter(line -> line.whole().isPresent())
                .collect(Collectors.toMap(
                        line -> line.clause().id(), line -> line.whole().orElseThrow()));
        Map<String, Map<Long, Figure>> figures = new HashMap<>();
        Council council = whole.where().council();
        for (LocalTally local :
                tallies.listLocal(council.id(), whole.agreement().id())) {
            Tally tally = local.tally();
            Period window = windows.get(tally.clause());
            YearMonth month = YearMonth.from(tally.month());
            if (window != null && !month.isBefore(window.first()) && !month.isAfter(window.last())) {
                figures.computeIfAbsent(tally.clause(), _ -> new HashMap<>())
                        .merge(local.neighbourhood(), new Figure(tally.met(), tally.breached()), Figure::plus);
            }
        }
        Map<String, Neighbours> neighbours = new HashMap<>();
        Map<Long, List<Clause>> own = listOwn(council);
        windows.forEach((clause, window) -> neighbours.put(
                clause,
                Neighbours.of(
                        window.figure(), figures.getOrDefault(clause, Map.of()), toldElsewhere(whole, clause, own))));
        return neighbours;
    }

    /** The neighbourhoods whose own contracts tell of the same problems as this clause of the whole council. */
    private static Set<Long> toldElsewhere(Board whole, String clause, Map<Long, List<Clause>> own) {
        List<Clause> wider = whole.agreement().contracts().stream()
                .flatMap(version -> version.clauses().stream())
                .filter(each -> each.id().equals(clause))
                .toList();
        return own.entrySet().stream()
                .filter(place -> place.getValue().stream()
                        .anyMatch(each -> wider.stream().anyMatch(other -> isOfTheSame(each, other))))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean isOfTheSame(Clause one, Clause other) {
        return one.duty() instanceof Respond
                && other.duty() instanceof Respond
                && (one.when().categories().isEmpty()
                        || other.when().categories().isEmpty()
                        || !Collections.disjoint(
                                one.when().categories(), other.when().categories()));
    }

    private int unpromised(Where where, Agreement agreement, YearMonth upTo) {
        return tallies.unpromised(
                where.council().id(),
                agreement.id(),
                where.number(),
                upTo.minusMonths(Periods.WINDOW_MONTHS - 1L).atDay(1));
    }
}
