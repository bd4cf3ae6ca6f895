package org.communitycontracts.app;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.communitycontracts.people.AgeBand;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.People;
import org.communitycontracts.people.Person;
import org.communitycontracts.people.Standings;
import org.communitycontracts.people.signin.TestSession;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.store.Database;
import org.communitycontracts.store.Sight;
import org.communitycontracts.store.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** The whole house with its sample, opened once for all tests of a run, at a port of its own. */
final class OpenHouse implements AutoCloseable {
    private static @Nullable OpenHouse one;
    private static @Nullable OpenHouse bare;

    private final Database database;
    private final MovableClock clock;
    private final ServletWebServerApplicationContext house;
    private final HttpClient web =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private OpenHouse(boolean sample, Map<String, Object> more) {
        this.database = TestDatabase.fresh();
        this.clock = new MovableClock();
        Map<String, Object> settings = new HashMap<>(Map.of(
                "server.port",
                0,
                "sample",
                sample,
                "site.key",
                "a2V5IG9mIHRoZSB0ZXN0cywgMzIgYnl0ZXMgbG9uZyE=",
                "limits.forms",
                1_000_000,
                "limits.sign-ins",
                1_000_000,
                "DIRECTORY_HOSTS",
                "localhost",
                "logging.level.root",
                "warn"));
        settings.putAll(more);
        this.house = (ServletWebServerApplicationContext) House.open(database, settings, clock);
        Runtime.getRuntime().addShutdownHook(new Thread(house::close));
    }

    /** A house of its own for a test that needs other settings, to be closed after it. */
    static OpenHouse with(Map<String, Object> settings) {
        return new OpenHouse(false, settings);
    }

    @Override
    public void close() {
        house.close();
        database.close();
    }

    static synchronized OpenHouse door() {
        if (one == null) {
            one = new OpenHouse(true, Map.of());
        }
        return one;
    }

    /** The house without its sample, opened once for all tests that need people and no reports: quick, and theirs to change. */
    static synchronized OpenHouse withoutSample() {
        if (bare == null) {
            bare = new OpenHouse(false, Map.of());
        }
        return bare;
    }

    /** The clock the house goes by; it can be put forward and never back. */
    MovableClock clock() {
        return clock;
    }

    /**
     * Signs somebody in who holds these roles, with a second factor shown; the answer is the value of the cookie {@code
     * session}. The person is new and belongs to the council of the first role.
     */
    String signedIn(Standing... roles) {
        return TestSession.begin(house, person(roles), clock.instant());
    }

    /** Somebody new who holds these roles. */
    Person person(Standing... roles) {
        long council = roles[0].council();
        EmailAddress email = new EmailAddress("somebody-" + UUID.randomUUID() + "@example.org");
        return room(Sight.class).of(council, () -> {
            Person person =
                    room(People.class).open(council, "Somebody Signed-in", email, AgeBand.ADULT, clock.instant());
            for (Standing standing : roles) {
                give(person, standing);
            }
            return person;
        });
    }

    /** Nobody gives the role of those who run the site, so it is written down as if the first link had been used. */
    void give(Person person, Standing standing) {
        room(Sight.class).of(standing.council(), () -> giveInSight(person, standing));
    }

    private boolean giveInSight(Person person, Standing standing) {
        if (standing.role() == Role.RESIDENT || standing.role() == Role.VERIFIED_RESIDENT) {
            room(Standings.class)
                    .giveAsResident(
                            new Actor(person.id(), standing.council(), false, List.of()),
                            person.id(),
                            standing,
                            clock.instant());
            return true;
        }
        if (standing.role() != Role.SITE_ADMINISTRATOR) {
            Actor program = Actor.programIn(standing.council());
            room(Standings.class).give(program, person.id(), standing, null, clock.instant());
            return true;
        }
        database.sql().sql("""
                        insert into people.standing (council_id, standing_id, person_id, role, begins_at)
                        values (0, gen_random_uuid(), :person, 'site_administrator', now())""").param("person", person.id()).update();
        return true;
    }

    ServletWebServerApplicationContext context() {
        return house;
    }

    Database database() {
        return database;
    }

    <T> T room(Class<T> type) {
        return house.getBean(type);
    }

    <T> T room(Class<T> type, String name) {
        return house.getBean(name, type);
    }

    URI at(String path) {
        return URI.create(
                "http://localhost:" + requireNonNull(house.getWebServer()).getPort() + path);
    }

    HttpResponse<byte[]> get(URI address) {
        try {
            return web.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(fault);
        }
    }

    String text(String path) {
        return new String(get(at(path)).body(), StandardCharsets.UTF_8);
    }

    /** Every kind of address that a room answers to somebody who looks, as its handler writes it, for example {@code /councils/{slug}}. */
    Map<String, PathPattern> kinds() {
        Map<String, PathPattern> kinds = new java.util.TreeMap<>();
        for (RequestMappingInfo info : house.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()) {
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
                requireNonNull(info.getPathPatternsCondition())
                        .getPatterns()
                        .forEach(pattern -> kinds.put(pattern.getPatternString(), pattern));
            }
        }
        return kinds;
    }

    /** Whether such an address belongs to signing in or to one's own account; {@link SignInPagesTest} looks at those. */
    static boolean isOwn(String kind) {
        boolean isAccount = kind.equals("/account") || kind.startsWith("/account/");
        return kind.startsWith("/sign-in/") || kind.startsWith("/guardian/") || (isAccount && !isOfResidency(kind));
    }

    /** Whether such an address belongs to an office or to accepting an invitation; {@link OfficePagesTest} looks at those. */
    static boolean isOfAnOffice(String kind) {
        boolean isOffice = kind.contains("/office") && !isOfResidency(kind);
        return isOffice || kind.startsWith("/site") || kind.startsWith("/invitations/");
    }

    /** Whether such an address belongs to showing where one lives; {@link ResidencyTest} looks at those. */
    static boolean isOfResidency(String kind) {
        return kind.startsWith("/account/residency") || kind.startsWith("/councils/{slug}/office/{place}/");
    }

    /** Whether such an address is for other programs and answers with no page; {@link Open311ServerTest} looks at those. */
    static boolean isForPrograms(String kind) {
        return kind.startsWith("/open311/");
    }

    /** Whether such an address belongs to a report that is being written or was sent; {@link ReportPagesTest} looks at those. */
    static boolean isOfAReport(String kind) {
        return kind.startsWith("/councils/{slug}/report/") || kind.startsWith("/councils/{slug}/follow-up/");
    }

    /** Whether such an address belongs to the desk of a party; {@link DeskPagesTest} looks at those. */
    static boolean isOfADesk(String kind) {
        return kind.startsWith("/councils/{slug}/desk");
    }

    /** Whether such an address belongs to somebody's news, behind a secret; {@link NewsTest} looks at those. */
    static boolean isOfNews(String kind) {
        return kind.startsWith("/councils/{slug}/news/") || kind.startsWith("/unsubscribe/");
    }

    /** Which of those kinds a path is of: the most particular one; empty when no room answers it. */
    String kind(String path) {
        return kinds().values().stream()
                .filter(pattern -> pattern.matches(org.springframework.http.server.PathContainer.parsePath(path)))
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new))
                .stream()
                .findFirst()
                .map(PathPattern::getPatternString)
                .orElse("");
    }
}
