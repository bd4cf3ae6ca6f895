package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitycontracts.people.AgeBand;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.Parties;
import org.communitycontracts.people.People;
import org.communitycontracts.people.Person;
import org.communitycontracts.people.office.CouncilFile;
import org.communitycontracts.people.office.SetUp;
import org.communitycontracts.people.signin.TestSession;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.post.Outbox;
import org.communitycontracts.store.Sight;

/** The council of the guide's example, 5 parties and 40 people, set up in a house under a slug of its own. */
final class Milltown {
    static final Path EXAMPLES = Path.of("..", "docs", "guide", "examples");
    private static final Pattern LINK = Pattern.compile("(/invitations/\\d+/[A-Za-z0-9_-]+)");

    final OpenHouse house;
    final Council council;

    private Milltown(OpenHouse house, Council council) {
        this.house = house;
        this.council = council;
    }

    static Milltown in(OpenHouse house, String slug) {
        String text = text().replace("slug: milltown", "slug: " + slug);
        switch (CouncilFile.read("council.yaml", text, EXAMPLES)) {
            case CouncilFile.Answer.Read(CouncilFile file) ->
                house.room(SetUp.class).apply(file, false);
            case CouncilFile.Answer.Refused(List<String> faults) -> throw new AssertionError(faults);
        }
        return new Milltown(house, house.room(Councils.class).find(slug).orElseThrow());
    }

    static String text() {
        try {
            return Files.readString(EXAMPLES.resolve("council.yaml"));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    String office(String rest) {
        return "/councils/" + council.slug() + "/office" + rest;
    }

    Standing role(Role role) {
        return new Standing(role, council.id(), null, null);
    }

    Standing in(Role role, String place) {
        long id = house.room(Neighbourhoods.class)
                .find(council.id(), place)
                .orElseThrow()
                .id();
        return new Standing(role, council.id(), id, null);
    }

    Standing of(Role role, String party) {
        long id = house.room(Sight.class)
                .of(
                        council.id(),
                        () -> house.room(Parties.class)
                                .find(council.id(), party)
                                .orElseThrow()
                                .id());
        return new Standing(role, council.id(), null, id);
    }

    /** A tab of somebody new who holds these roles, with a second factor shown. */
    Tab tab(Standing... roles) {
        return new Tab(house).carries(house.signedIn(roles));
    }

    Tab administrator() {
        return tab(role(Role.COUNCIL_ADMINISTRATOR));
    }

    Person person(String email) {
        return house.room(Sight.class)
                .of(
                        council.id(),
                        () -> house.room(People.class)
                                .find(council.id(), new EmailAddress(email))
                                .orElseThrow());
    }

    UUID id(String email) {
        return person(email).id();
    }

    /** A tab in which this person of the example has signed in. */
    Tab of(String email) {
        return of(person(email));
    }

    Tab of(Person person) {
        return new Tab(house).carries(session(person));
    }

    /** The cookie of a session that this person has begun. */
    String session(Person person) {
        return TestSession.begin(house.context(), person, house.clock().instant());
    }

    /** The roles somebody has been given that did not end. */
    List<String> roles(Person person) {
        return house.database()
                .sql()
                .sql("select role from people.standing where council_id = :council and person_id = :person"
                        + " and ended_at is null order by role")
                .param("council", council.id())
                .param("person", person.id())
                .query(String.class)
                .list();
    }

    /** The roles that count when this person acts now. */
    List<Role> counting(Person person) {
        return house.room(Sight.class)
                .of(
                        council.id(),
                        () -> house
                                .room(People.class)
                                .actor(
                                        council.id(),
                                        person.id(),
                                        true,
                                        house.clock().instant())
                                .standings()
                                .stream()
                                .map(Standing::role)
                                .toList());
    }

    /** Somebody with an account and no role. */
    Person newcomer(String name) {
        return newcomer(name, AgeBand.ADULT);
    }

    Person newcomer(String name, AgeBand age) {
        EmailAddress email = new EmailAddress("newcomer-" + UUID.randomUUID() + "@example.org");
        return house.room(Sight.class)
                .of(
                        council.id(),
                        () -> house.room(People.class)
                                .open(
                                        council.id(),
                                        name,
                                        email,
                                        age,
                                        house.clock().instant()));
    }

    /** The link in the last letter to this address. */
    String link(String email) {
        List<Outbox.Written> letters = house.room(Sight.class)
                .of(council.id(), () -> house.room(Outbox.class).to(council.id(), email));
        Matcher link = LINK.matcher(String.valueOf(letters.getFirst().body()));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    /** What the record keeps, by verb. */
    List<String> verbs() {
        return house.database()
                .sql()
                .sql("select distinct verb from acts.act where council_id = :council")
                .param("council", council.id())
                .query(String.class)
                .list();
    }
}
