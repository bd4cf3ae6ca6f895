package org.communitycontracts.reporting.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.communitycontracts.reporting.Intake;
import org.communitycontracts.reporting.SharedFiles;
import org.junit.jupiter.api.Test;

/** Two snapshots of the same thousand requests of New York, taken an hour apart. */
class NewYorkTest {
    @Test
    void theSecondSnapshotChangesNothingThoughItsRowsAndColumnsStandInAnotherOrder() throws Exception {
        Path first = SharedFiles.file("nyc311/nyc311_committed_2023-12-09T134408.csv.gz");
        Path second = SharedFiles.file("nyc311/nyc311_committed_2023-12-09T144234.csv.gz");
        try (ImportDesk desk = new ImportDesk()) {
            Source newYork = ImportDesk.source("nyc311");
            Summary one = desk.take(newYork, first);
            assertThat(one.done()).isEqualTo(new Intake.Counts(1_000, 0, 0, 13));
            assertThat(one.rejected()).isZero();
            Summary two = desk.take(newYork, second);
            assertThat(two.done()).isEqualTo(new Intake.Counts(0, 0, 1_000, 13));
            assertThat(desk.count("happening")).isEqualTo(1_000 + 346);
            assertThat(desk.areas.keySet())
                    .containsExactlyInAnyOrder("BROOKLYN", "MANHATTAN", "QUEENS", "BRONX", "STATEN ISLAND");
        }
    }
}
