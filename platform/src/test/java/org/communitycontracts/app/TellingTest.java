package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.communitycontracts.people.residency.Telling;
import org.communitycontracts.people.residency.Tellings;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.NotAllowed;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.permissions.Where;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.store.Sight;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What agents, champions and coordinators enter for somebody who rang, wrote or opened the door. */
class TellingTest {
    private static Milltown milltown;
    private static Instant now;

    @BeforeAll
    static void open() {
        milltown = Milltown.in(OpenHouse.withoutSample(), "telling-test");
        now = milltown.house.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Test
    void whoToldAndWhoTypedAreKeptApart() {
        Actor agent = actor(milltown.role(Role.CONTACT_CENTRE_AGENT));
        Telling.Teller caller = new Telling.Teller(null, "Mrs Quill", "0191 496 0000");
        Telling kept = take(agent, whole(), Telling.Route.TELEPHONE, caller, now.minusSeconds(3_600));
        assertThat(find(kept.id())).isEqualTo(kept);
        assertThat(kept.typedBy()).isEqualTo(agent.person());
        assertThat(kept.teller()).isEqualTo(caller);
        assertThat(kept.saidAt()).isEqualTo(now.minusSeconds(3_600));
        assertThat(kept.typedAt()).isEqualTo(now);
    }

    @Test
    void whoWishesToStayUnnamedIsNotNamedAndNothingIsToldLaterThanItIsTyped() {
        Actor champion = actor(milltown.in(Role.CHAMPION, "mill-lane"));
        Telling kept = take(champion, at("mill-lane"), Telling.Route.DOOR, null, now.plusSeconds(3_600));
        assertThat(find(kept.id()).teller()).isNull();
        assertThat(kept.saidAt()).isEqualTo(now);
    }

    @Test
    void aChampionEntersNothingElsewhereAndAResidentNothingAtAll() {
        Actor champion = actor(milltown.in(Role.CHAMPION, "mill-lane"));
        Actor resident = actor(milltown.in(Role.RESIDENT, "mill-lane"));
        for (Where where : List.of(at("bridge-end"), whole())) {
            assertThatThrownBy(() -> take(champion, where, Telling.Route.PAPER, null, now))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThatThrownBy(() -> take(resident, at("mill-lane"), Telling.Route.PAPER, null, now))
                .isInstanceOf(NotAllowed.class);
    }

    private static Actor actor(Standing standing) {
        UUID person = milltown.newcomer("Somebody").id();
        return new Actor(person, milltown.council.id(), true, List.of(standing));
    }

    private static Where whole() {
        return Where.council(milltown.council.id());
    }

    private static Where at(String place) {
        return whole().neighbourhood(milltown.house
                .room(Neighbourhoods.class)
                .find(milltown.council.id(), place)
                .orElseThrow()
                .id());
    }

    private static Telling take(
            Actor actor, Where where, Telling.Route route, Telling.@Nullable Teller teller, Instant said) {
        return milltown.house
                .room(Sight.class)
                .of(
                        milltown.council.id(),
                        () -> milltown.house.room(Tellings.class).take(actor, where, route, teller, said, now));
    }

    private static Telling find(UUID id) {
        return milltown.house
                .room(Sight.class)
                .of(
                        milltown.council.id(),
                        () -> milltown.house
                                .room(Tellings.class)
                                .find(milltown.council.id(), id)
                                .orElseThrow());
    }
}
