package org.communitycontracts.scoreboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.communitycontracts.engine.contract.Target;
import org.communitycontracts.web.Words;
import org.communitycontracts.web.charts.Columns;
import org.communitycontracts.web.charts.Series;
import org.communitycontracts.web.parts.Cell;

/**
 * The drawings and the table of neighbourhoods on a scoreboard, made from the same periods as its figures.
 *
 * @param said how things are said
 */
record Drawings(InWords said) {
    private static final int ROOMY = 8;

    private Words words() {
        return said.words();
    }

    /** The small drawing of the shares of the window, with the share promised. */
    Series series(Line line) {
        List<OptionalDouble> shares = line.window().stream()
                .map(period -> OptionalDouble.of(share(period.figure())))
                .toList();
        Target target = line.clause().target();
        return Series.of(shares, OptionalDouble.of(target == null ? 100 : target.share()));
    }

    /** What the columns show, for those who do not see them. */
    String columnsSaid(ClausePage page) {
        return with(words().of("columns.said"), page.changedWithin());
    }

    /** What the small drawing shows, for those who do not see it. */
    String seriesSaid(Line line, List<LocalDate> changed) {
        List<String> points = line.window().stream()
                .map(period -> words().of(
                                "series.point",
                                said.period(period),
                                period.figure().inHundred()))
                .toList();
        return with(words().of("series", String.join(", ", points)), changed);
    }

    private String with(String drawn, List<LocalDate> changed) {
        return said.changed(changed).map(told -> drawn + ' ' + told).orElse(drawn);
    }

    /** The drawing of kept, not kept, not yet known and not counted. */
    Columns columns(Line line) {
        boolean roomy = line.window().size() < ROOMY;
        List<Columns.Column> columns = new ArrayList<>();
        for (Period period : line.window()) {
            Figure figure = period.figure();
            columns.add(Columns.Column.of(
                    said.period(period),
                    said.shortly(period, roomy),
                    List.of(figure.met(), figure.breached(), period.pending(), period.notCounted())));
        }
        if (line.later() > 0) {
            columns.add(
                    Columns.Column.of(words().of("later"), words().of("later.short"), List.of(0, 0, line.later(), 0)));
        }
        return new Columns(
                List.of(
                        words().of("kept"),
                        words().of("not-kept"),
                        words().of("not-yet-known"),
                        words().of("not-counted")),
                columns);
    }

    List<Cell> neighboursHead() {
        return List.of(
                Cell.of(words().of("table.neighbourhood")),
                Cell.number(words().of("kept")),
                Cell.number(words().of("table.of")),
                Cell.number(words().of("table.share")),
                Cell.number(words().of("table.likely")));
    }

    List<List<Cell>> neighboursRows(ClausePage page) {
        return page.neighbours().stream().map(this::neighboursRow).toList();
    }

    private List<Cell> neighboursRow(ClausePage.Local local) {
        Cell name = Cell.of(said.link(local.name(), local.address()));
        Figure figure = local.figure();
        if (figure == null || !figure.isEnough()) {
            String why = words().of(figure != null ? "table.none" : local.hasOwn() ? "table.own" : "table.hidden");
            return List.of(name, Cell.number(why), Cell.number(""), Cell.number(""), Cell.number(""));
        }
        Interval likely = figure.interval();
        return List.of(
                name,
                Cell.number(said.number(figure.met())),
                Cell.number(said.number(figure.counted())),
                Cell.number(said.number(figure.inHundred())),
                Cell.number(words().of("from-to", likely.low(), likely.high())));
    }

    private static double share(Figure figure) {
        return 100.0 * figure.met() / figure.counted();
    }
}
