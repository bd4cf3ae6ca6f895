package org.communitycontracts.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.communitycontracts.engine.columns.Columns;
import org.communitycontracts.engine.columns.Draft;
import org.junit.jupiter.api.Test;

/** The race is fair only when all who run it count the same. */
class RivalsTest {
    private static final Options OPTIONS = Options.parse("--reports", "3000", "--shuffled");
    private static final Columns REPORTS = SyntheticReports.of(OPTIONS);
    private static final List<Draft> DRAFTS = Drafts.list(6);

    @Test
    void everyEngineCountsTheSameStatesInEveryGroup() throws SQLException {
        Counts expected = counted(new ColumnsRival(REPORTS, DRAFTS));
        assertEquals((long) REPORTS.size() * DRAFTS.size(), expected.total(0) + expected.total(1) + expected.total(2));
        assertSame(expected, new OneCaseRival(REPORTS, DRAFTS, 1));
        assertSame(expected, new NaiveToDueRival(REPORTS, DRAFTS, 1));
        assertSameInSql(expected, Questions.list());
    }

    @Test
    void theNaiveWalkFindsTheSameWholeVerdicts() {
        assertSame(counted(new FindingsRival(REPORTS, DRAFTS)), new NaiveRival(REPORTS, DRAFTS, 1));
    }

    @Test
    void everyEngineBackcastsTheSameInEveryGroup() throws SQLException {
        Counts expected = counted(new BackcastRival(REPORTS, DRAFTS));
        assertTrue(expected.total(Counts.PENCE) > 0);
        assertSame(expected, new NaiveBackcastRival(REPORTS, DRAFTS, 1));
        assertSameInSql(expected, BackcastQuestion.list());
    }

    @Test
    void anEditedDraftIsJudgedAsIfItWereNew() {
        EditedRival rival = new EditedRival(REPORTS, DRAFTS);
        Counts edited = counted(rival);
        assertTrue(edited.isSame(counted(new BackcastRival(REPORTS, List.of(rival.edited())))));
        assertFalse(edited.isSame(counted(new BackcastRival(REPORTS, DRAFTS.subList(0, 1)))));
    }

    @Test
    void oneReportCountedOtherwiseIsSeen() {
        Counts some = counted(new ColumnsRival(REPORTS, Drafts.list(1)));
        Counts other = counted(new ColumnsRival(SyntheticReports.sample(REPORTS, 2_999), Drafts.list(1)));
        assertFalse(some.isSame(other), "one report is missing");
    }

    @Test
    void aMisspeltOptionIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Options.parse("--report", "5"));
        assertThrows(IllegalArgumentException.class, () -> Options.parse("--reports", "many"));
    }

    private static void assertSameInSql(Counts expected, List<Question> questions) throws SQLException {
        try (Connection connection = DuckDbRival.load(REPORTS)) {
            for (Question question : questions) {
                assertSame(expected, new DuckDbRival(question, connection, DRAFTS, REPORTS.groups()));
            }
        }
    }

    private static void assertSame(Counts expected, Rival rival) {
        assertTrue(counted(rival).isSame(expected), rival.name());
    }

    private static Counts counted(Rival rival) {
        rival.count();
        return Objects.requireNonNull(rival.counts(), rival.name());
    }
}
