package org.communitycontracts.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.communitycontracts.contracts.ContractFile;
import org.communitycontracts.contracts.Reading;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.engine.judging.Verdict.State;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.store.Database;
import org.communitycontracts.store.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CasesTest {
    private static final Instant JUNE = Instant.parse("2026-06-10T09:00:00Z");
    private static Database database;
    private static Cases cases;

    @BeforeAll
    static void fourFindings() throws IOException, SQLException {
        database = TestDatabase.fresh();
        cases = new Cases(database.sql());
        Path file = Path.of("src/main/java/org/communitycontracts/app/sample/contracts/manton-v1.yaml");
        ContractFile contract = (ContractFile) Reading.of("manton-v1.yaml", Files.readAllBytes(file));
        Covered covered = new Covered(1, null, List.of(contract.contract()));
        try (Connection connection = database.source().getConnection();
                VerdictStore store = new VerdictStore(connection, covered)) {
            add(store, 1, 3, State.MET, JUNE);
            add(store, 2, 3, State.BREACHED, JUNE.plusSeconds(60));
            add(store, 3, 4, State.UNMEASURABLE, null);
            add(store, 4, 4, State.VOID, JUNE);
            add(store, 5, 4, State.SUPERSEDED, JUNE);
            store.finish(JUNE, JUNE);
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static void add(VerdictStore store, long report, long place, State state, @Nullable Instant due) {
        store.add(
                new Report(1, report, "r" + report, place, "litter", null, JUNE, null),
                new Verdict(
                        "litter",
                        "manton",
                        1,
                        "r" + report,
                        null,
                        1,
                        state,
                        JUNE,
                        due,
                        JUNE,
                        60 * report,
                        0,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        List.of(),
                        List.of()));
    }

    private static CaseList ask(long place, @Nullable State state, CaseList.Order order) {
        return cases.list(new CaseList.Question(1, "manton", "litter", place, state, null, null, order, 1, 10));
    }

    private static List<Long> found(long place, @Nullable State state, CaseList.Order order) {
        CaseList list = ask(place, state, order);
        assertThat(list.count()).isEqualTo(list.cases().size());
        return list.cases().stream().map(CaseList.Case::report).toList();
    }

    @Test
    void theCountOfAListIsThatOfItsCases() {
        assertThat(found(0, null, CaseList.Order.NEWEST)).containsExactly(2L, 1L, 4L, 3L);
        assertThat(found(0, null, CaseList.Order.OLDEST)).containsExactly(3L, 4L, 1L, 2L);
        assertThat(found(3, null, CaseList.Order.LONGEST)).containsExactly(2L, 1L);
        assertThat(found(4, State.MET, CaseList.Order.NEWEST)).isEmpty();
    }

    @Test
    void whatCannotBeMeasuredIsNotCountedInTheTallyAndInTheList() {
        assertThat(found(0, State.VOID, CaseList.Order.NEWEST)).containsExactly(4L, 3L);
        assertThat(new Tallies(database.sql()).list(1, "manton", 0))
                .singleElement()
                .extracting(Tally::notCounted)
                .isEqualTo(2);
    }
}
