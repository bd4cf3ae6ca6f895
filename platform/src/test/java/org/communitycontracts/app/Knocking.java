package org.communitycontracts.app;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.Invitations;
import org.communitycontracts.people.Parties;
import org.communitycontracts.people.PartyKind;
import org.communitycontracts.people.Person;
import org.communitycontracts.people.ProgramKeys;
import org.communitycontracts.people.Standings;
import org.communitycontracts.people.Token;
import org.communitycontracts.people.signin.TestSession;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.reporting.Arrival;
import org.communitycontracts.reporting.Remarks;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.reporting.Told;
import org.communitycontracts.reporting.ToldReports;
import org.communitycontracts.store.Sight;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All callers at all doors of one council: each knock is a real request, with an object of its own and a form rightly filled in. */
final class Knocking {
    static final String NOBODY = "nobody";
    static final String ACCOUNT = "an account";
    private static final String PLACE = "mill-lane";
    private static final Set<String> LEAVING_NOTHING = Set.of("/sign-out", "/account/data/erased");

    private final Milltown milltown;
    private final Milltown elsewhere;
    private final Street street = new Street();
    private final AtomicInteger count = new AtomicInteger();
    private final List<Caller> callers = new ArrayList<>();

    /** A route: how it is asked and its pattern. */
    record Door(String method, String path) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /**
     * Somebody at the door.
     *
     * @param again somebody new of the same kind, for a door that leaves nothing of who goes through
     */
    record Caller(String name, boolean holdsOther, Tab tab, Supplier<Tab> again) {
        static Caller of(String name, boolean holdsOther, Supplier<Tab> tab) {
            return new Caller(name, holdsOther, tab.get(), tab);
        }

        Tab at(Door door) {
            return LEAVING_NOTHING.contains(door.path()) ? again.get() : tab;
        }
    }

    /** What came of it: it was done or shown; it was not, for a reason that was told; the door stayed shut. */
    enum Answer {
        DONE,
        TOLD,
        SHUT
    }

    Knocking(Milltown milltown) {
        this.milltown = milltown;
        this.elsewhere = Milltown.in(milltown.house, milltown.council.slug() + "-elsewhere");
        callers.add(Caller.of(NOBODY, false, () -> new Tab(milltown.house).opens("/sign-in")));
        callers.add(Caller.of(
                ACCOUNT, false, () -> milltown.of(milltown.newcomer("Somebody")).opens("/account")));
        for (Role role : Role.values()) {
            callers.add(
                    Caller.of(role.word(), false, () -> milltown.tab(own(role)).opens("/account")));
            if (role != Role.SITE_ADMINISTRATOR) {
                callers.add(Caller.of(
                        role.word(), true, () -> milltown.tab(other(role)).opens("/account")));
            }
        }
    }

    List<Caller> callers() {
        return callers;
    }

    Caller withoutSecondFactor(Role role) {
        Standing standing = own(role);
        Person person = milltown.house.person(standing);
        String session = TestSession.beginByLetter(
                milltown.house.context(), person, milltown.house.clock().instant());
        return Caller.of(
                role.word(),
                false,
                () -> new Tab(milltown.house).carries(session).opens("/account"));
    }

    private Standing own(Role role) {
        return switch (role.held()) {
            case SITE -> new Standing(role, Standing.SITE, null, null);
            case COUNCIL -> milltown.role(role);
            case NEIGHBOURHOOD -> milltown.in(role, PLACE);
            case PARTY -> milltown.of(role, "council");
        };
    }

    private Standing other(Role role) {
        return switch (role.held()) {
            case SITE -> throw new IllegalArgumentException("There is one site");
            case COUNCIL -> elsewhere.role(role);
            case NEIGHBOURHOOD -> milltown.in(role, "bridge-end");
            case PARTY -> milltown.of(role, "police");
        };
    }

    /** Every route but those of the tests themselves. */
    List<Door> doors() {
        List<Door> doors = new ArrayList<>();
        for (RequestMappingInfo info : milltown.house
                .room(RequestMappingHandlerMapping.class, "requestMappingHandlerMapping")
                .getHandlerMethods()
                .keySet()) {
            for (String path : info.getPatternValues()) {
                for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                    doors.add(new Door(method.name(), path));
                }
            }
        }
        return doors.stream()
                .filter(door -> !door.path().startsWith("/test/"))
                .distinct()
                .sorted(java.util.Comparator.comparing(Door::toString))
                .toList();
    }

    Answer knock(Door door, Caller caller) {
        Map<String, String> form = new HashMap<>();
        String path = filled(door, form);
        HttpResponse<String> answer = door.method().equals("GET")
                ? caller.at(door).looks(path)
                : caller.at(door).knocks(path, form, "knock-" + UUID.randomUUID());
        return answer(door, caller, answer);
    }

    /** The same at a door that shows what the sample has: its contracts, cases and open data. */
    Answer knockInTheSample(Door door, Caller caller) {
        return answer(door, caller, caller.tab().looks(street.address(door.path())));
    }

    /** An address of this door, with objects of its own in it. */
    String address(Door door) {
        return filled(door, new HashMap<>());
    }

    /** The same with what its form sends, as it stands in a body. */
    String sent(Door door) {
        Map<String, String> form = new HashMap<>();
        String path = filled(door, form);
        return path + " "
                + form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    boolean isOfTheSample(Door door) {
        return door.method().equals("GET") && Street.isThere(door.path());
    }

    /** Nobody, an account and every role of a council of the sample. */
    List<Caller> callersOfTheSample() {
        List<Caller> known = new ArrayList<>();
        known.add(Caller.of(NOBODY, false, street::tab));
        known.add(Caller.of(ACCOUNT, false, () -> street.tab(Role.RESIDENT)));
        for (Role role : Role.values()) {
            known.add(Caller.of(role.word(), false, () -> street.tab(role)));
        }
        return known;
    }

    private static Answer answer(Door door, Caller caller, HttpResponse<String> answer) {
        int status = answer.statusCode();
        String sentTo = answer.headers().firstValue("Location").orElse("");
        if (status == 429 || status >= 500) {
            throw new AssertionError(status + " at " + door + " for " + caller.name());
        }
        if (status == 401 || status == 403 || status == 404 || (isSignIn(sentTo) && !isSignIn(door.path()))) {
            return Answer.SHUT;
        }
        return status >= 400 ? Answer.TOLD : Answer.DONE;
    }

    private static boolean isSignIn(String path) {
        return path.startsWith("/sign-in");
    }

    /** The address with objects of its own in it, and what belongs into the form there. */
    private String filled(Door door, Map<String, String> form) {
        String path = door.path();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("{slug}", milltown.council.slug());
        parts.put("{place}", PLACE);
        parts.put("{format}", "json");
        parts.put("{token}", "token");
        parts.put("{council:[0-9]{1,15}}", Long.toString(milltown.council.id()));
        parts.put(
                "{council}",
                path.startsWith("/councils") || path.startsWith("/open-data")
                        ? milltown.council.slug()
                        : Long.toString(milltown.council.id()));
        if (OpenHouse.isOfADesk(path)) {
            parts.put("{party}", "council");
            parts.put("{reference}", report());
            parts.put("{step:[a-z-]+}", "seen");
            parts.put("{number:[1-5]}", "1");
            parts.put("{number:[0-9][0-9]?[0-9]?}", "2");
        } else if (path.contains("{party}")) {
            parts.put("{party}", party());
        }
        if (path.contains("/report/{draft}")) {
            parts.put("{draft}", draft());
            parts.put("{step}", "spot");
            parts.put("{number:[1-5]}", "1");
        }
        if (path.contains("/people/{id}")) {
            Person person = officer();
            parts.put("{id}", person.id().toString());
            parts.put("{role}", holding(person).toString());
        } else if (path.contains("/programs/{id}")) {
            parts.put("{id}", programKey().toString());
        } else if (path.contains("/invitations/{id}")) {
            parts.put("{id}", invitation().toString());
        } else {
            parts.put("{id}", UUID.randomUUID().toString());
        }
        for (Map.Entry<String, String> part : parts.entrySet()) {
            path = path.replace(part.getKey(), part.getValue());
        }
        form.putAll(form(door));
        String question = door.toString().equals("GET /councils/{slug}/news") ? "?place=" + PLACE : "";
        return path.replaceAll("\\{[^}]*\\}", "x") + question;
    }

    private Map<String, String> form(Door door) {
        String fresh = "n" + count.incrementAndGet();
        String email = fresh + "-" + UUID.randomUUID() + "@example.org";
        return switch (door.path().replaceFirst("^/councils/\\{slug\\}/office", "")) {
            case "/parties" -> Map.of("name", "Party " + UUID.randomUUID(), "kind", "other");
            case "/parties/{party}" -> Map.of("name", "Party", "kind", "other");
            case "/open311/v2/requests.{format}" ->
                Map.of("jurisdiction_id", milltown.council.slug(), "service_code", "flytip");
            case "/programs" -> Map.of("name", "A program");
            case "/neighbourhoods" -> Map.of("name", "Place " + UUID.randomUUID());
            case "/neighbourhoods/{place}" -> Map.of("name", "Mill Lane");
            case "/invitations" -> Map.of("name", "Noor", "email", email, "role", "champion", "neighbourhood", PLACE);
            case "/invitations/many", "/invitations/many/send" ->
                Map.of("list", "Noor Neighbour, " + email + ", champion,, Mill Lane");
            case "/people/{id}/close" -> Map.of("why", "They asked");
            case "/people/{id}/locks" -> Map.of("why", "They came to the desk");
            case "/people/{id}/roles" -> Map.of("role", "champion", "neighbourhood", PLACE);
            case "/people/{id}/roles/{role}/deputy" ->
                Map.of("person", milltown.id("mona.miller@council.example.org").toString(), "until", "31 12 2030");
            case "/people/{id}/hand-over" ->
                Map.of("person", milltown.id("mona.miller@council.example.org").toString());
            case "/directory" ->
                Map.of("issuer", "https://login.example.org", "client", "c", "secret", "s", "domains", "example.org");
            case "/{place}/letters" -> Map.of("lines", fresh + "; Mill Lane; ZZ1 1AB");
            case "/{place}/list" -> Map.of("lines", "Quill; " + fresh + "; Mill Lane; ZZ1 1AB");
            case "/{place}/word" ->
                Map.of("email", milltown.newcomer("Nell").email().written());
            case "/site/councils" -> Map.of("name", "Council " + UUID.randomUUID());
            case "/site/councils/{slug}/administrators" -> Map.of("name", "Noor", "email", email);
            case "/account/residency/{place}/postcode" -> Map.of("postcode", "ZZ1 1AB", "house", fresh);
            case "/account/data/corrected" -> Map.of("name", "Noor");
            case "/account/email", "/account/guardian" -> Map.of("email", email);
            case "/councils/{slug}/news" -> Map.of("place", PLACE, "email", email);
            case "/councils/{slug}/report/{draft}/{step}" -> Map.of("spot", "By the bridge");
            case "/sign-in" -> Map.of("council", milltown.council.slug(), "email", email);
            default -> Map.of();
        };
    }

    /** The secret of a report that somebody has begun. */
    private String draft() {
        String start = "/councils/" + milltown.council.slug() + "/" + PLACE + "/report";
        try (Tab tab = new Tab(milltown.house)) {
            return tab.opens(start).sends(start, Map.of()).address().split("/", -1)[4];
        }
    }

    /** A report with a photo, and a remark with one; no promise covers it, so it lies with the council. */
    private String report() {
        return inSight(() -> {
            Happening told = new Happening("", "reported", now(), now(), null, Map.of("category", "noise"));
            Arrival arrival =
                    Arrival.of(UUID.randomUUID().toString(), null, "noise", null, Arrival.Place.UNKNOWN, List.of(told));
            Told words = new Told(
                    "By the bridge", "A fan", null, new Told.Who(Told.KnownTo.NOBODY, null, null), false, null);
            ToldReports reports = milltown.house.room(ToldReports.class);
            Report report = reports.take(milltown.council.id(), arrival, words, Token.fresh(), now());
            reports.add(report, 1, new byte[] {1}, now());
            Remarks.Entry entry = new Remarks.Entry("contacted", "council", Map.of(), null, new byte[] {1});
            milltown.house.room(Remarks.class).add(report, entry, _ -> true, now());
            return report.reference();
        });
    }

    private String party() {
        String slug = "party-" + count.incrementAndGet();
        inSight(() -> {
            milltown.house
                    .room(Parties.class)
                    .enter(program(), milltown.council.id(), slug, slug, PartyKind.OTHER, null, now());
            return true;
        });
        return slug;
    }

    /** A champion of the neighbourhood who is an officer of the party as well. */
    private Person officer() {
        Person person = milltown.newcomer("Officer");
        for (Standing standing :
                List.of(milltown.in(Role.CHAMPION, PLACE), milltown.of(Role.SERVICE_OFFICER, "council"))) {
            inSight(() -> {
                milltown.house.room(Standings.class).give(program(), person.id(), standing, null, now());
                return true;
            });
        }
        return person;
    }

    private UUID holding(Person person) {
        return inSight(() -> milltown.house.room(Standings.class).of(milltown.council.id(), person.id(), now()).stream()
                .filter(holding -> holding.standing().role() == Role.CHAMPION)
                .findFirst()
                .orElseThrow()
                .id());
    }

    private UUID programKey() {
        return inSight(() -> {
            ProgramKeys keys = milltown.house.room(ProgramKeys.class);
            keys.make(program(), milltown.council.id(), "A program", now());
            return keys.list(milltown.council.id()).getFirst().id();
        });
    }

    private UUID invitation() {
        EmailAddress email = new EmailAddress("guest-" + UUID.randomUUID() + "@example.org");
        return inSight(() -> {
            Invitations invitations = milltown.house.room(Invitations.class);
            invitations.make(program(), email, "Guest", milltown.in(Role.CHAMPION, PLACE), null, now());
            return invitations.list(milltown.council.id()).stream()
                    .filter(one -> email.equals(one.email()))
                    .findFirst()
                    .orElseThrow()
                    .id();
        });
    }

    private <T> T inSight(Supplier<T> work) {
        return milltown.house.room(Sight.class).of(milltown.council.id(), work);
    }

    private Actor program() {
        return Actor.programIn(milltown.council.id());
    }

    private Instant now() {
        return milltown.house.clock().instant();
    }
}
