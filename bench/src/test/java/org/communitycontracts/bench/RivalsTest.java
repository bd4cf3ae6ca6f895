package org.communitycontracts.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.communitycontracts.engine.columns.Columns;
import org.junit.jupiter.api.Test;

/** The race is fair only when all who run it count the same. */
class RivalsTest {
    private static final Options OPTIONS = Options.parse("--reports", "4000", "--drafts", "5", "--shuffled");

    @Test
    void everyEngineCountsTheSameInEveryGroup() throws SQLException {
        Columns reports = SyntheticReports.of(OPTIONS);
        List<Draft> drafts = Draft.list(OPTIONS.drafts());
        Counts expected = counted(new ColumnsRival(reports, drafts));
        assertEquals((long) reports.size() * drafts.size(), expected.total(0) + expected.total(1) + expected.total(2));
        List<Rival> rivals =
                new ArrayList<>(List.of(new OneCaseRival(reports, drafts, 1), new NaiveRival(reports, drafts, 1)));
        try (Connection connection = DuckDbRival.load(reports)) {
            for (DuckDbRival.Question question : Questions.list()) {
                rivals.add(new DuckDbRival(question, connection, drafts, reports.groups()));
            }
            for (Rival rival : rivals) {
                assertTrue(counted(rival).isSame(expected), rival.name());
            }
        }
    }

    @Test
    void oneReportCountedOtherwiseIsSeen() {
        Columns reports = SyntheticReports.of(OPTIONS);
        Counts some = counted(new ColumnsRival(reports, Draft.list(1)));
        Counts other = counted(new ColumnsRival(SyntheticReports.sample(reports, 3_999), Draft.list(1)));
        assertFalse(some.isSame(other), "one report is missing");
    }

    @Test
    void aMisspeltOptionIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Options.parse("--report", "5"));
        assertThrows(IllegalArgumentException.class, () -> Options.parse("--reports", "many"));
    }

    private static Counts counted(Rival rival) {
        rival.count();
        return Objects.requireNonNull(rival.counts(), rival.name());
    }
}
