package org.communitycontracts.reporting.mailbox;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.Token;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.post.Letter;
import org.communitycontracts.post.Post;
import org.communitycontracts.reporting.Arrival;
import org.communitycontracts.reporting.Category;
import org.communitycontracts.reporting.Promises;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.reporting.Told;
import org.communitycontracts.reporting.ToldReports;
import org.communitycontracts.reporting.route.KindWords;
import org.communitycontracts.reporting.route.Picture;
import org.communitycontracts.web.OwnAddress;
import org.communitycontracts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes a report of an e-mail, and answers it with a letter that says what was understood. */
@Component
class Entering {
    private static final int LONGEST = 4_000;

    private final Words words = Words.beside(Entering.class);
    private final Guess guess;
    private final ToldReports told;
    private final ObjectProvider<Promises> promises;
    private final Post post;
    private final OwnAddress here;

    Entering(Guess guess, ToldReports told, ObjectProvider<Promises> promises, Post post, OwnAddress here) {
        this.guess = guess;
        this.told = told;
        this.promises = promises;
        this.post = post;
        this.here = here;
    }

    /** In the caller's step. */
    void enter(Council council, Mail mail, EmailAddress from, Instant now) {
        String all = mail.subject() + "\n" + mail.text();
        Optional<Guess.Place> place = guess.place(council, all);
        @Nullable
        Neighbourhood neighbourhood = place.map(Guess.Place::neighbourhood).orElse(null);
        Category category = guess.kind(council, neighbourhood, all, now);
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        Token token = Token.fresh();
        Told telling = new Told(
                place.map(Guess.Place::street).orElse(words.of("spot")),
                shortened(all.strip()),
                null,
                new Told.Who(Told.KnownTo.NOBODY, null, from),
                category.isPrivate(),
                null);
        Report report = told.take(council.id(), arrival(mail, place, category, at), telling, token, now);
        int number = 1;
        for (byte[] photo : mail.photos()) {
            Optional<byte[]> painted = painted(photo);
            if (painted.isPresent()) {
                told.add(report, number++, painted.get(), now);
            }
        }
        answer(council, neighbourhood, category, from, report, token, now);
    }

    private Arrival arrival(Mail mail, Optional<Guess.Place> place, Category category, Instant at) {
        Map<String, String> facts = new TreeMap<>(Map.of("category", category.word()));
        place.ifPresent(found -> facts.put("area", found.neighbourhood().slug()));
        @Nullable String street = place.map(Guess.Place::street).orElse(null);
        if (street != null) {
            facts.put("street", street);
        }
        return Arrival.of(
                "mail " + mail.id(),
                place.map(found -> found.neighbourhood().id()).orElse(null),
                category.word(),
                KindWords.title(category, Optional.ofNullable(street)),
                Arrival.Place.UNKNOWN,
                List.of(new Happening(null, "reported", at, at, null, facts)));
    }

    private void answer(
            Council council,
            @Nullable Neighbourhood place,
            Category category,
            EmailAddress from,
            Report report,
            Token token,
            Instant now) {
        String link = here.of("/councils/" + council.slug() + "/follow-up/" + token.secret());
        String promised = promises.orderedStream()
                .flatMap(room -> room.list(council, place, now).stream())
                .filter(promise -> promise.isAbout(category))
                .findFirst()
                .map(promise -> words.of("promised", promise.by(), promise.text()))
                .orElse(words.of("promised.none"));
        post.send(
                Letter.of(
                        council.id(),
                        from.written(),
                        words.of("letter.subject", report.reference()),
                        words.of(
                                "letter.text",
                                KindWords.name(category),
                                place == null ? council.name() : place.name(),
                                report.reference(),
                                link,
                                promised)),
                now);
    }

    /** A photo as it is kept; empty for a file that is none. */
    static Optional<byte[]> painted(byte[] photo) {
        return Picture.of(photo) instanceof Picture.Answer.Painted(byte[] jpeg) ? Optional.of(jpeg) : Optional.empty();
    }

    /** As much of it as is kept. */
    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
