package org.communitycontracts.reporting.route;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.communitycontracts.acts.Act;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.Register;
import org.communitycontracts.people.residency.Telling;
import org.communitycontracts.people.residency.Tellings;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.post.Letter;
import org.communitycontracts.post.Post;
import org.communitycontracts.reporting.Arrival;
import org.communitycontracts.reporting.Joints;
import org.communitycontracts.reporting.Remarks;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.reporting.Reports;
import org.communitycontracts.reporting.Told;
import org.communitycontracts.reporting.ToldReports;
import org.communitycontracts.web.OwnAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes a report of a draft: the report, its words, who told it and the letter about it, all of them or none. */
@Component
class Sending {
    private final Drafts drafts;
    private final DraftPhotos photos;
    private final ToldReports reports;
    private final Reports all;
    private final Joints joints;
    private final Tellings tellings;
    private final Register register;
    private final Streets streets;
    private final Post post;
    private final OwnAddress here;
    private final TransactionOperations together;

    Sending(
            Drafts drafts,
            DraftPhotos photos,
            ToldReports reports,
            Reports all,
            Joints joints,
            Tellings tellings,
            Register register,
            Streets streets,
            Post post,
            OwnAddress here,
            TransactionOperations together) {
        this.drafts = drafts;
        this.photos = photos;
        this.reports = reports;
        this.all = all;
        this.joints = joints;
        this.tellings = tellings;
        this.register = register;
        this.streets = streets;
        this.post = post;
        this.here = here;
        this.together = together;
    }

    /** Sends it, once: empty when another sending of the same draft came first. */
    Optional<Report> send(Actor actor, Route route, Instant now) {
        return together.execute(_ -> drafts.take(route.council().id(), route.token())
                ? Optional.of(take(actor, route, now))
                : Optional.<Report>empty());
    }

    private Report take(Actor actor, Route route, Instant now) {
        @Nullable Telling telling = route.draft().isForAnother() ? telling(actor, route, now) : null;
        Instant said = telling == null ? now : telling.saidAt();
        Report report = reports.take(
                route.council().id(), arrival(route, said, now), told(route.draft(), telling), route.token(), now);
        photos.moveTo(report, route.token(), now);
        all.find(report.council(), route.draft().same()).ifPresent(other -> joints.join(report, other));
        if (telling != null) {
            register.keep(
                    Register.by(actor, Deed.ENTER_FOR_ANOTHER.roles(), route.whose()),
                    "report.entered",
                    report.council(),
                    new Act.Thing("report", report.reference()),
                    null,
                    null,
                    now);
        }
        EmailAddress.parse(route.draft().of("email")).ifPresent(email -> write(email, route, report, now));
        return report;
    }

    private Telling telling(Actor actor, Route route, Instant now) {
        Draft draft = route.draft();
        String contact = draft.of("contact");
        Telling.@Nullable Teller teller = draft.of("teller").isEmpty()
                ? null
                : new Telling.Teller(null, draft.of("teller"), contact.isEmpty() ? null : contact);
        Instant said = Said.parse(draft.of("said"), route.council().zone(), now).orElse(now);
        return tellings.take(actor, route.whose(), Telling.Route.of(draft.of("route")), teller, said, now);
    }

    private Arrival arrival(Route route, Instant said, Instant now) {
        String category = route.draft().category().word();
        Map<String, String> facts = new TreeMap<>(Map.of("category", category));
        @Nullable Neighbourhood place = route.place();
        if (place != null) {
            facts.put("area", place.slug());
        }
        Optional<String> street = streets.find(place, route.draft().spot());
        street.ifPresent(name -> facts.put("street", name));
        return Arrival.of(
                UUID.randomUUID().toString(),
                place == null ? null : place.id(),
                category,
                KindWords.title(route.draft().category(), street),
                Arrival.Place.UNKNOWN,
                happenings(route, new Happening(null, "reported", said, now, null, facts), now));
    }

    /** Whoever has the same problem as somebody else makes a report of their own, with its own clock, joined with the other (S10). */
    private static List<Happening> happenings(Route route, Happening reported, Instant now) {
        String same = route.draft().same();
        return same.isEmpty()
                ? List.of(reported)
                : List.of(
                        reported,
                        new Happening(null, Joints.MERGED, now, now, Remarks.RESIDENTS, Map.of(Joints.INTO, same)));
    }

    private static Told told(Draft draft, @Nullable Telling telling) {
        String answer = draft.of("answer");
        return new Told(
                draft.spot(),
                draft.same().isEmpty() ? draft.of("description") : Step.WORDS.of("already.description", draft.same()),
                answer.isEmpty() ? null : answer,
                who(draft, telling),
                draft.isPrivate(),
                telling == null ? null : telling.id());
    }

    private static Told.Who who(Draft draft, @Nullable Telling telling) {
        @Nullable EmailAddress email = EmailAddress.parse(draft.of("email")).orElse(null);
        String name = draft.of(telling == null ? "name" : "teller");
        Told.KnownTo known = telling == null
                ? draft.same().isEmpty() ? Told.KnownTo.of(draft.of("who")) : Told.KnownTo.NOBODY
                : name.isEmpty() ? Told.KnownTo.NOBODY : Told.KnownTo.SERVICES;
        return new Told.Who(known, known == Told.KnownTo.NOBODY ? null : name, email);
    }

    private void write(EmailAddress email, Route route, Report report, Instant now) {
        String link = here.of("/councils/" + route.council().slug() + "/follow-up/"
                + route.token().secret());
        String promised = route.promised(route.draft().category()).stream()
                .findFirst()
                .map(promise -> Step.WORDS.of("promised", promise.by(), promise.text()))
                .orElse(Step.WORDS.of("promised.none"));
        post.send(
                Letter.of(
                        report.council(),
                        email.written(),
                        Step.WORDS.of("letter.subject", report.reference()),
                        Step.WORDS.of("letter.text", route.where(), report.reference(), link, promised)),
                now);
    }
}
