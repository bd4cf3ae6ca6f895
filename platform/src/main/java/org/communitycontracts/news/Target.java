package org.communitycontracts.news;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.communitycontracts.news.Subscriber.Follow;
import org.communitycontracts.people.Token;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.places.SearchName;
import org.communitycontracts.reporting.Category;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.reporting.Reports;
import org.communitycontracts.reporting.ToldReports;
import org.communitycontracts.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Something that can be followed, as an address names it.
 *
 * @param what how people call it
 * @param page the page about it
 * @param asked the fields that name it
 */
record Target(String what, String page, Map<String, String> asked, Follow follow) {
    Target {
        asked = Map.copyOf(asked);
    }

    /** The fields that name it, as they stand in an address. */
    String query() {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        new TreeMap<>(asked).forEach((field, _) -> query.queryParam(field, "{" + field + "}"));
        return String.valueOf(query.encode().buildAndExpand(asked).toUri().getRawQuery());
    }

    /** Finds what an address names, and says what somebody follows. */
    @Component
    static final class Finder {
        private final Words words = Words.beside(Target.class);
        private final Neighbourhoods neighbourhoods;
        private final Reports reports;
        private final ToldReports told;

        Finder(Neighbourhoods neighbourhoods, Reports reports, ToldReports told) {
            this.neighbourhoods = neighbourhoods;
            this.reports = reports;
            this.told = told;
        }

        /** By a follow-up link, by a reference, or by a neighbourhood with a category or a street; empty for nothing known. */
        Optional<Target> find(Council council, Map<String, String> asked) {
            String home = "/councils/" + council.slug();
            String secret = asked.getOrDefault("follow", "");
            if (!secret.isEmpty()) {
                Token token = new Token(secret);
                return told.find(council.id(), token)
                        .map(found -> new Target(
                                words.of("what.own"),
                                home + "/follow-up/" + token.secret(),
                                Map.of("follow", token.secret()),
                                follow(found.report(), true)));
            }
            String reference = asked.getOrDefault("report", "");
            if (!reference.isEmpty()) {
                return reports.find(council.id(), reference)
                        .map(report -> new Target(
                                words.of("what.report", Notices.title(report), report.reference()),
                                home + "/cases/" + report.reference(),
                                Map.of("report", report.reference()),
                                follow(report, false)));
            }
            return neighbourhoods
                    .find(council.id(), asked.getOrDefault("place", ""))
                    .map(place -> place(home, place, asked));
        }

        private Target place(String home, Neighbourhood place, Map<String, String> asked) {
            Map<String, String> fields = new TreeMap<>(Map.of("place", place.slug()));
            String category = asked.getOrDefault("category", "");
            boolean isCategory = category.matches("[a-z][a-z0-9_-]{0,39}");
            Optional<String> street = neighbourhoods.names(place, SearchName.Kind.STREET).stream()
                    .filter(name -> name.equalsIgnoreCase(asked.getOrDefault("street", "")))
                    .findFirst();
            String what = place.name();
            if (isCategory) {
                fields.put("category", category);
                what = words.of("what.category", new Category(category).plain(), what);
            }
            if (street.isPresent()) {
                fields.put("street", street.get());
                what = words.of("what.street", street.get(), what);
            }
            Follow follow = new Follow(
                    UUID.randomUUID(),
                    null,
                    place.id(),
                    isCategory ? category : null,
                    street.map(name -> name.toLowerCase(Locale.ROOT)).orElse(null),
                    false,
                    null);
            return new Target(what, home + "/" + place.slug(), fields, follow);
        }

        private static Follow follow(Report report, boolean own) {
            return new Follow(UUID.randomUUID(), report.id(), null, null, null, own, null);
        }

        /** What is followed, in words; nothing but its number of a report that is private. */
        Map<UUID, String> names(Subscriber subscriber) {
            Map<Long, String> places = neighbourhoods.names(subscriber.council());
            Map<UUID, String> names = new HashMap<>();
            for (Follow follow : subscriber.follows()) {
                names.put(follow.id(), name(subscriber.council(), follow, places));
            }
            return names;
        }

        private String name(long council, Follow follow, Map<Long, String> places) {
            Long id = follow.report();
            if (id != null) {
                Report report = reports.report(council, id);
                return follow.own()
                        ? words.of("what.own.report", report.reference())
                        : words.of("what.report", Notices.title(report), report.reference());
            }
            String place = places.getOrDefault(follow.neighbourhood(), "");
            String category = follow.category();
            String street = follow.street();
            String kind = category == null ? place : words.of("what.category", new Category(category).plain(), place);
            return street == null ? kind : words.of("what.street", street, kind);
        }
    }
}
