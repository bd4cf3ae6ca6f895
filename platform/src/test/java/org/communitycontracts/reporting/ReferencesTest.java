package org.communitycontracts.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.store.Database;
import org.communitycontracts.store.TestDatabase;
import org.junit.jupiter.api.Test;

class ReferencesTest {
    @Test
    void aReferenceIsTheSameEachTimeAndAnotherForEveryOtherReportAndKey() {
        References references = new References(new byte[32]);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            seen.add(references.of(1, "boston311", "id" + i, 0));
        }
        assertThat(seen)
                .hasSize(100_000)
                .allMatch(each -> each.matches("([0-9A-HJKMNP-TV-Z]{3}-){2}[0-9A-HJKMNP-TV-Z]{3}"));
        assertThat(new References(new byte[32]).of(1, "boston311", "id7", 0)).isIn(seen);
        assertThat(references.of(2, "boston311", "id7", 0)).isNotIn(seen);
        assertThat(references.of(1, "boston311", "id7", 1)).isNotIn(seen);
        assertThat(new References(new byte[] {1}).of(1, "boston311", "id7", 0)).isNotIn(seen);
    }

    @Test
    void aReferenceThatBelongsToAnotherReportIsNotGivenTwice() {
        Instant now = Instant.parse("2026-06-01T09:00:00Z");
        Happening reported = new Happening(null, "reported", now, now, null, java.util.Map.of());
        try (Database database = TestDatabase.fresh();
                Intake intake = Intake.open(database.source(), 1, "sample", () -> now, () -> new byte[32])) {
            String wanted = new References(new byte[32]).of(1, "sample", "mine", 0);
            database.sql().sql("""
                            insert into reporting.report (council_id, reference, source, source_id, category, made_at, on_map)
                            values (1, :reference, 'elsewhere', 'theirs', 'flytip', now(), false)""").param("reference", wanted).update();
            intake.add(Arrival.of("mine", null, "flytip", null, Arrival.Place.UNKNOWN, List.of(reported)));
            assertThat(intake.finish().added()).isEqualTo(1);
            assertThat(new Reports(database.source())
                            .find(1, wanted)
                            .orElseThrow()
                            .category())
                    .isEqualTo("flytip");
            assertThat(database.sql()
                            .sql("select reference from reporting.report where source_id = 'mine'")
                            .query(String.class)
                            .single())
                    .isEqualTo(new References(new byte[32]).of(1, "sample", "mine", 1));
        }
    }
}
