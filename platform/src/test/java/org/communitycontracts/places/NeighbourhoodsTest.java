package org.communitycontracts.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.store.Database;
import org.communitycontracts.store.TestDatabase;
import org.junit.jupiter.api.Test;

class NeighbourhoodsTest {
    @Test
    void twoNamesWithOneAddressAreTwoNeighbourhoods() {
        try (Database database = TestDatabase.fresh()) {
            Neighbourhoods neighbourhoods = new Neighbourhoods(database.sql());
            long council = new Councils(database.sql())
                    .open(Actor.PROGRAM, "sunderland", "Sunderland", ZoneId.of("Europe/London"), true, null, "made up")
                    .id();
            Neighbourhood first = neighbourhoods.open(Actor.programIn(council), council, "Hall / Farm", null);
            Neighbourhood second = neighbourhoods.open(Actor.programIn(council), council, "Hall Farm", null);
            assertThat(first.slug()).isEqualTo("hall-farm");
            assertThat(second.slug()).isEqualTo("hall-farm-2");
            assertThat(second.id()).isNotEqualTo(first.id());
            assertThat(neighbourhoods
                            .open(Actor.programIn(council), council, "Hall-Farm", null)
                            .slug())
                    .isEqualTo("hall-farm-3");
            assertThat(neighbourhoods.open(Actor.programIn(council), council, "HALL FARM", null))
                    .isEqualTo(second);
            assertThat(neighbourhoods.open(Actor.programIn(council), council, "Hall / Farm", null))
                    .isEqualTo(first);
            assertThat(neighbourhoods.list(council)).hasSize(3);
        }
    }

    @Test
    void longNamesThatBeginAlikeAreToldApart() {
        try (Database database = TestDatabase.fresh()) {
            Neighbourhoods neighbourhoods = new Neighbourhoods(database.sql());
            long council = new Councils(database.sql())
                    .open(Actor.PROGRAM, "sunderland", "Sunderland", ZoneId.of("Europe/London"), true, null, "made up")
                    .id();
            neighbourhoods.open(Actor.programIn(council), council, "a".repeat(60) + " north", null);
            Neighbourhood south =
                    neighbourhoods.open(Actor.programIn(council), council, "a".repeat(60) + " south", null);
            assertThat(south.slug()).isEqualTo("a".repeat(58) + "-2");
        }
    }
}
