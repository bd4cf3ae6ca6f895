package org.communitycontracts.scoreboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitycontracts.contracts.ContractFile;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.Target;
import org.communitycontracts.standards.UsualTime;
import org.jspecify.annotations.Nullable;

/** The open data of one contract: what its pages show, as tables, and nothing that they hide. */
final class Tables {
    private static final String[] FIGURE = {"kept", "not_kept", "kept_in_100", "likely_low", "likely_high"};

    private final Board board;

    Tables(Board board) {
        this.board = board;
    }

    /** Every table; that of neighbourhoods only where the contract covers several. */
    List<Table> list(Map<String, Neighbours> neighbours, Map<Long, String> names) {
        List<Table> tables = new ArrayList<>(List.of(promises(), periods(), versions()));
        if (names.size() > 1) {
            tables.add(neighbourhoods(neighbours, names));
        }
        return tables;
    }

    private Table promises() {
        List<Table.Column> columns =
                new ArrayList<>(Table.columns(Table.Kind.TEXT, "clause", "party", "side", "text", "promised_time"));
        columns.addAll(Table.columns(Table.Kind.WHOLE, "promised_share"));
        columns.addAll(Table.columns(Table.Kind.MONTH, "first_month", "last_month"));
        columns.addAll(Table.columns(Table.Kind.WHOLE, FIGURE));
        columns.addAll(Table.columns(
                Table.Kind.WHOLE, "not_yet_known", "not_counted", "usual_seconds", "nine_in_ten_seconds"));
        return new Table(
                "promises", columns, board.lines().stream().map(this::promise).toList());
    }

    private List<@Nullable Object> promise(Line line) {
        Clause clause = line.clause();
        Target target = clause.target();
        UsualTime usual = line.taken().isPresent() ? line.usual() : null;
        List<@Nullable Object> row = row(
                clause.id(),
                clause.by().name(),
                line.isOfResidents() ? "residents" : "services",
                clause.text(),
                clause.duty() instanceof Respond duty ? duty.first().within().toString() : null,
                target == null ? null : target.share());
        Period whole = line.whole().orElse(null);
        addPeriod(row, whole);
        addFigure(row, whole == null ? null : whole.figure());
        row.addAll(row(
                whole == null ? null : whole.pending() + line.later(),
                whole == null ? null : whole.notCounted(),
                usual == null ? null : usual.median(),
                usual == null ? null : usual.ninthDecile()));
        return row;
    }

    private Table periods() {
        List<Table.Column> columns = new ArrayList<>(Table.columns(Table.Kind.TEXT, "clause"));
        columns.addAll(Table.columns(Table.Kind.MONTH, "first_month", "last_month"));
        columns.addAll(Table.columns(Table.Kind.WHOLE, FIGURE));
        columns.addAll(Table.columns(Table.Kind.WHOLE, "not_yet_known", "not_counted"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Line line : board.lines()) {
            for (Period period : line.all()) {
                List<@Nullable Object> row = row(line.clause().id());
                addPeriod(row, period);
                addFigure(row, period.figure());
                row.addAll(row(period.pending(), period.notCounted()));
                rows.add(row);
            }
        }
        return new Table("periods", columns, rows);
    }

    private Table versions() {
        List<Table.Column> columns = new ArrayList<>(Table.columns(Table.Kind.WHOLE, "version"));
        columns.addAll(Table.columns(Table.Kind.DATE, "in_force_from", "in_force_until"));
        columns.addAll(Table.columns(Table.Kind.TEXT, "sha256"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (ContractFile file : board.agreement().versions()) {
            Contract contract = file.contract();
            rows.add(row(contract.version(), contract.from(), contract.until(), file.hash()));
        }
        return new Table("versions", columns, rows);
    }

    private Table neighbourhoods(Map<String, Neighbours> neighbours, Map<Long, String> names) {
        List<Table.Column> columns = new ArrayList<>(Table.columns(Table.Kind.TEXT, "clause", "neighbourhood"));
        columns.addAll(Table.columns(Table.Kind.MONTH, "first_month", "last_month"));
        columns.addAll(Table.columns(Table.Kind.WHOLE, FIGURE));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Line line : board.lines()) {
            Neighbours all = neighbours.get(line.clause().id());
            if (all != null) {
                names.forEach((number, name) -> {
                    List<@Nullable Object> row = row(line.clause().id(), name);
                    addPeriod(row, line.whole().orElse(null));
                    addFigure(row, all.find(number).filter(Figure::isEnough).orElse(null));
                    rows.add(row);
                });
            }
        }
        return new Table("neighbourhoods", columns, rows);
    }

    private static void addPeriod(List<@Nullable Object> row, @Nullable Period period) {
        row.addAll(row(period == null ? null : period.first(), period == null ? null : period.last()));
    }

    private static void addFigure(List<@Nullable Object> row, @Nullable Figure figure) {
        Optional<Figure> shown = Optional.ofNullable(figure);
        row.addAll(row(
                shown.map(Figure::met).orElse(null),
                shown.map(Figure::breached).orElse(null),
                shown.map(Figure::inHundred).orElse(null),
                shown.map(each -> each.interval().low()).orElse(null),
                shown.map(each -> each.interval().high()).orElse(null)));
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return new ArrayList<>(Arrays.asList(values));
    }
}
