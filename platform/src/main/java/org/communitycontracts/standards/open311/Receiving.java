package org.communitycontracts.standards.open311;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.ProgramKey;
import org.communitycontracts.people.ProgramKeys;
import org.communitycontracts.people.Token;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.reporting.Arrival;
import org.communitycontracts.reporting.Category;
import org.communitycontracts.reporting.Point;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.reporting.Story;
import org.communitycontracts.reporting.Told;
import org.communitycontracts.reporting.ToldReports;
import org.communitycontracts.reporting.route.KindWords;
import org.communitycontracts.standards.Expectation;
import org.communitycontracts.standards.Expectations;
import org.communitycontracts.store.Sight;
import org.communitycontracts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes in reports that other programs send. The words in them are read by the services alone; a kind of problem that is private
 * stays private whoever sends it. A program that names its report by {@code attribute[external_id]}, or by the name FixMyStreet
 * gives, may send it again after a lost answer: it is taken in once.
 */
@Component
class Receiving {
    private static final int LONGEST_SPOT = 300;
    private static final int LONGEST = 4_000;
    private static final int LONGEST_NAME = 80;
    private static final List<String> NAMES = List.of("attribute[external_id]", "attribute[fixmystreet_id]");

    private final Words words = Words.beside(Receiving.class);
    private final ProgramKeys keys;
    private final Services services;
    private final ToldReports told;
    private final Expectations expectations;
    private final Neighbourhoods neighbourhoods;
    private final Sight sight;
    private final Clock clock;

    Receiving(
            ProgramKeys keys,
            Services services,
            ToldReports told,
            Expectations expectations,
            Neighbourhoods neighbourhoods,
            Sight sight,
            Clock clock) {
        this.keys = keys;
        this.services = services;
        this.told = told;
        this.expectations = expectations;
        this.neighbourhoods = neighbourhoods;
        this.sight = sight;
        this.clock = clock;
    }

    /** What was sent, read and found right. */
    private record Sent(Category category, @Nullable Point point, Told told, String sourceId) {}

    Answer receive(Council council, Asked asked) {
        return sight.of(council.id(), () -> {
            Optional<ProgramKey> key = key(council, asked);
            if (key.isEmpty()) {
                return new Answer.Refused(asked.faults());
            }
            Sent sent = read(council, asked, key.get());
            return asked.faults().isEmpty() ? take(council, sent, clock.instant()) : new Answer.Refused(asked.faults());
        });
    }

    private Optional<ProgramKey> key(Council council, Asked asked) {
        String given = asked.text("api_key");
        if (given == null) {
            asked.fault(403, "no-key");
            return Optional.empty();
        }
        Optional<ProgramKey> key = keys.find(council.id(), new Token(given));
        if (key.isEmpty()) {
            asked.fault(403, "wrong-key");
        }
        return key;
    }

    private Sent read(Council council, Asked asked, ProgramKey key) {
        Category category = category(council, asked);
        Point point = point(asked);
        String spot = spot(asked, point);
        String description = asked.written("description", LONGEST);
        if (description.isEmpty()) {
            asked.fault(400, "no-words");
        }
        String answer = asked.written("attribute[" + Services.QUESTION + "]", LONGEST);
        return new Sent(
                category,
                point,
                new Told(spot, description, answer.isEmpty() ? null : answer, who(asked), category.isPrivate(), null),
                sourceId(asked, key));
    }

    private Category category(Council council, Asked asked) {
        String code = asked.text("service_code");
        if (code == null) {
            asked.fault(400, "no-service");
        } else if (!services.isOne(council, code)) {
            asked.fault(404, "unknown-service", Asked.quoted(code));
        }
        return new Category(code == null ? "other" : code);
    }

    private static @Nullable Point point(Asked asked) {
        String latitude = asked.text("lat");
        String longitude = asked.text("long");
        if (latitude == null && longitude == null) {
            return null;
        }
        Double north = degrees(latitude);
        Double east = degrees(longitude);
        if (north != null && east != null && Point.isPossible(north, east)) {
            return new Point(north, east);
        }
        asked.fault(
                400,
                "bad-place",
                Asked.quoted(latitude == null ? "" : latitude),
                Asked.quoted(longitude == null ? "" : longitude));
        return null;
    }

    private static @Nullable Double degrees(@Nullable String text) {
        return text != null && text.matches("[+-]?\\d{1,3}(\\.\\d{1,20})?") ? Double.valueOf(text) : null;
    }

    private String spot(Asked asked, @Nullable Point point) {
        String address = asked.written("address_string", LONGEST_SPOT);
        if (!address.isEmpty()) {
            return address;
        }
        boolean isSaid = asked.text("lat") != null || asked.text("long") != null;
        if (!isSaid) {
            asked.fault(400, "no-place");
        }
        return point == null
                ? ""
                : words.of("spot-point", Double.toString(point.latitude()), Double.toString(point.longitude()));
    }

    private Told.Who who(Asked asked) {
        String email = asked.written("email", LONGEST_SPOT);
        Optional<EmailAddress> address = EmailAddress.parse(email);
        if (!email.isEmpty() && address.isEmpty()) {
            asked.fault(400, "bad-email", Asked.quoted(email));
        }
        String first = asked.written("first_name", LONGEST_NAME);
        String last = asked.written("last_name", LONGEST_NAME);
        String name = words.of("name-both", first, last).strip();
        return new Told.Who(
                name.isEmpty() ? Told.KnownTo.NOBODY : Told.KnownTo.SERVICES,
                name.isEmpty() ? null : name,
                address.orElse(null));
    }

    /** The name under which this program may send the same report again; a name of our own when it gives none. */
    private static String sourceId(Asked asked, ProgramKey key) {
        return NAMES.stream()
                .map(name -> asked.written(name, LONGEST_SPOT))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(name -> UUID.nameUUIDFromBytes((key.id() + "\n" + name).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(UUID::randomUUID)
                .toString();
    }

    private Answer take(Council council, Sent sent, Instant now) {
        Optional<Neighbourhood> place = place(council, sent.point());
        Report report = told.findSent(council.id(), sent.sourceId())
                .orElseGet(() -> told.take(
                        council.id(),
                        arrival(sent, place, reported(null, sent, place, now)),
                        sent.told(),
                        Token.fresh(),
                        now));
        Story story = new Story(report, List.of(reported(report.reference(), sent, place, report.madeAt())));
        Expectation expected = expectations.of(council, List.of(story), now).get(report.id());
        return new Answer.Received(new Said.ListOf(
                "request",
                List.of(Said.parts()
                        .add("service_request_id", report.reference())
                        .add("service_notice", expected == null ? null : expected.promise())
                        .add("account_id", new Said.Text(null))
                        .group())));
    }

    private static Arrival arrival(Sent sent, Optional<Neighbourhood> place, Happening reported) {
        return Arrival.of(
                sent.sourceId(),
                place.map(Neighbourhood::id).orElse(null),
                sent.category().word(),
                KindWords.name(sent.category()),
                sent.point() == null ? Arrival.Place.UNKNOWN : Arrival.Place.at(sent.point()),
                List.of(reported));
    }

    private static Happening reported(
            @Nullable String reference, Sent sent, Optional<Neighbourhood> place, Instant at) {
        Map<String, String> facts =
                new TreeMap<>(Map.of("category", sent.category().word()));
        place.ifPresent(found -> facts.put("area", found.slug()));
        return new Happening(reference, "reported", at, at, null, facts);
    }

    private Optional<Neighbourhood> place(Council council, @Nullable Point point) {
        return Stream.ofNullable(point)
                .flatMap(there -> neighbourhoods.list(council.id()).stream()
                        .filter(one ->
                                one.boundary() != null && one.boundary().covers(there.latitude(), there.longitude())))
                .findFirst();
    }
}
