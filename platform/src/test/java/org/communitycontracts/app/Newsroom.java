package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitycontracts.contracts.ContractFile;
import org.communitycontracts.contracts.Contracts;
import org.communitycontracts.contracts.Reading;
import org.communitycontracts.news.Notices;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.post.Outbox;
import org.communitycontracts.store.Sight;

/** A council with a contract in force, in which people report, follow what they reported and get letters. */
final class Newsroom {
    private static final String CONTRACT = "sample/contracts/plains-farm-v2.yaml";
    private static final Pattern REFERENCE = Pattern.compile("[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}");

    final OpenHouse house;
    final Milltown milltown;
    private final String slug;

    /** Opens one of its own, by this name. */
    Newsroom(String slug) {
        this(OpenHouse.withoutSample(), slug);
    }

    Newsroom(OpenHouse house, String slug) {
        this.house = house;
        this.slug = slug;
        this.milltown = Milltown.in(house, slug);
        long place = house.room(Neighbourhoods.class)
                .find(milltown.council.id(), "mill-lane")
                .orElseThrow()
                .id();
        try (InputStream text = Objects.requireNonNull(House.class.getResourceAsStream(CONTRACT))) {
            String yaml = new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("version: 2", "version: 1")
                    .replace("until: 2027-04-01", "until: 2028-04-01");
            ContractFile file = (ContractFile) Reading.of("plains-farm.yaml", yaml);
            assertThat(house.room(Contracts.class)
                            .adopt(
                                    milltown.council.id(),
                                    place,
                                    file,
                                    house.clock().instant()))
                    .isEqualTo(new Contracts.Adoption.Adopted(true));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** A report, by its reference and its secret page. */
    record Made(String reference, String followUp) {}

    /** Somebody reports offensive graffiti, to be gone within 24 hours. */
    Made reports(String seen) {
        return reports("offensive-graffiti", seen);
    }

    /** Somebody reports a problem of this kind. */
    Made reports(String kind, String seen) {
        Map<String, String> answers = new HashMap<>(Reporter.GRAFFITI);
        answers.put("kind", kind);
        answers.put("seen", seen);
        Tab sent =
                Reporter.sends(Reporter.answers(Reporter.begins(house, "/councils/" + slug + "/mill-lane"), answers));
        Matcher named = REFERENCE.matcher(sent.page());
        assertThat(named.find()).isTrue();
        return new Made(named.group(), sent.address().replaceFirst("/sent$", ""));
    }

    /** Where everybody finds a report that is public. */
    String address(Made report) {
        return "/councils/" + slug + "/cases/" + report.reference();
    }

    /** Somebody follows their report by this address and says yes; gives back the page on which they change it. */
    String follows(Made report, String email) {
        Tab tab = new Tab(house);
        String ask = "/councils/" + slug + "/news?follow=" + report.followUp().replaceFirst(".*/", "");
        tab.opens(ask).sends(ask, Map.of("email", email, "rhythm", "at_once"));
        String own =
                link(letters(email).getFirst(), "/councils/" + slug + "/news/").getPath();
        tab.opens(own);
        if (tab.words().contains("Yes, send me this news")) {
            tab.sendsOnly(own, Map.of("deed", "confirm"));
        }
        return own;
    }

    /** The clock goes on, and the job has its turns: one more than needed. */
    void goesOn(Duration later) {
        house.clock().forward(later);
        for (int turn = 0; turn < 2; turn++) {
            house.room(Sight.class).ofAll(() -> {
                house.room(Notices.class).run(house.clock().instant());
                return true;
            });
        }
    }

    /** The texts of the letters to an address, the newest first. */
    List<String> letters(String address) {
        return house
                .room(Sight.class)
                .of(milltown.council.id(), () -> house.room(Outbox.class).to(milltown.council.id(), address))
                .stream()
                .map(letter -> String.valueOf(letter.body()))
                .toList();
    }

    /** How often letters to an address say this of a report. */
    long said(String address, String words, String reference) {
        return letters(address).stream()
                .mapToLong(letter -> Pattern.compile(Pattern.quote(words) + ".*" + reference)
                        .matcher(letter)
                        .results()
                        .count())
                .sum();
    }

    static URI link(String letter, String path) {
        Matcher link = Pattern.compile("http://\\S*" + path + "\\S*").matcher(letter);
        if (!link.find()) {
            throw new AssertionError("No link to " + path + " in " + letter);
        }
        return URI.create(link.group());
    }
}
