package org.communitycontracts.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.communitycontracts.news.NewsSql.Mark;
import org.communitycontracts.news.NewsSql.Told;
import org.communitycontracts.news.NewsSql.Waiting;
import org.communitycontracts.store.Database;
import org.communitycontracts.store.TestDatabase;
import org.junit.jupiter.api.Test;

/** What was told is told once, unless it was taken back meanwhile. */
class NewsSqlTest {
    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");

    @Test
    void aPromiseThatIsBrokenAfterAllIsToldAgain() {
        try (Database database = TestDatabase.fresh()) {
            NewsSql rows = new NewsSql(database.sql());
            Told broken = new Told(new Mark(1, 1, "contract", "clause", 0, 1, "broken"), UUID.randomUUID(), null);
            Told corrected = new Told(broken.mark().of("corrected"), broken.reader(), null);
            rows.tell(broken, "broken", "", NOW, NOW);
            rows.tell(broken, "broken", "", NOW, NOW);
            assertThat(taken(rows)).containsExactly("broken");

            assertThat(rows.takeBack(broken)).as("a letter told it").isTrue();
            rows.tell(corrected, "corrected", "", NOW, NOW);
            assertThat(taken(rows)).containsExactly("corrected");

            rows.tell(broken, "broken again", "", NOW, NOW);
            assertThat(taken(rows)).containsExactly("broken again");
            assertThat(rows.takeBack(broken)).isTrue();
            rows.tell(corrected, "corrected again", "", NOW, NOW);
            assertThat(taken(rows)).containsExactly("corrected again");

            rows.tell(broken, "not sent", "", NOW, NOW);
            assertThat(rows.takeBack(broken)).as("no letter told it yet").isFalse();
            assertThat(taken(rows)).isEmpty();
        }
    }

    private static List<String> taken(NewsSql rows) {
        return rows.take(NOW, 10).stream().map(Waiting::subject).toList();
    }
}
