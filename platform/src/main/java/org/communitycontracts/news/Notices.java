package org.communitycontracts.news;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.news.NewsSql.Mark;
import org.communitycontracts.news.NewsSql.Told;
import org.communitycontracts.news.NewsSql.Watched;
import org.communitycontracts.people.Parties;
import org.communitycontracts.people.Party;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.post.Letter;
import org.communitycontracts.post.Post;
import org.communitycontracts.reporting.Category;
import org.communitycontracts.reporting.Recorded;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.reporting.Reports;
import org.communitycontracts.reporting.Story;
import org.communitycontracts.standards.Expectations;
import org.communitycontracts.standards.Promised;
import org.communitycontracts.web.OwnAddress;
import org.communitycontracts.web.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells what is new, to both sides, each piece once: a promise that is due soon or was not kept, a correction of that, and what
 * services say of a report. Reports are found by what was written down since the last turn and by the moment at which
 * each is to be looked at again; no turn goes through all of them.
 */
@Component
public class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    /** What happened or came due longer ago is no news. */
    static final Duration OLD = Duration.ofDays(2);

    private static final Duration LONGEST_WARNING = Duration.ofHours(24);
    /** When a report is looked at again at which the program stumbled. */
    private static final Duration STUMBLED = Duration.ofMinutes(10);

    private static final int AT_ONCE = 200;
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("fixed", "fixed"),
            Map.entry("closed", "fixed"),
            Map.entry("answered", "answered"),
            Map.entry("asked_resident", "held"),
            Map.entry("passed_to_network", "held"),
            Map.entry("held", "held"),
            Map.entry("closed_unfixed", "closed_unfixed"),
            Map.entry("handed_over", "handed_over"),
            Map.entry("handover_accepted", "handed_over"));

    private final NewsSql rows;
    private final TransactionOperations together;
    private final Councils councils;
    private final Recorded recorded;
    private final Reports reports;
    private final Expectations expectations;
    private final Subscribers subscribers;
    private final Parties parties;
    private final Post post;
    private final OwnAddress here;
    private final Words words = Words.beside(Notices.class);

    public Notices(
            JdbcClient sql,
            TransactionOperations together,
            Councils councils,
            Recorded recorded,
            Reports reports,
            Expectations expectations,
            Subscribers subscribers,
            Parties parties,
            Post post,
            OwnAddress here) {
        this.rows = new NewsSql(sql);
        this.together = together;
        this.councils = councils;
        this.recorded = recorded;
        this.reports = reports;
        this.expectations = expectations;
        this.subscribers = subscribers;
        this.parties = parties;
        this.post = post;
        this.here = here;
    }

    /** Does what is due at this moment; one turn at a time, so that none sends what another is about to take back. */
    public synchronized void run(Instant now) {
        Map<Long, Council> known = councils.list().stream().collect(Collectors.toMap(Council::id, council -> council));
        known.keySet()
                .forEach(council -> together.executeWithoutResult(_ ->
                        rows.read(council, recorded.since(council, rows.readFrom(council, now), now.minus(OLD)), now)));
        while (look(known, now)) {
            // the next lot
        }
        while (Boolean.TRUE.equals(together.execute(_ -> write(known, now)))) {
            // the next lot
        }
    }

    /** Lets a report be looked at in the next turn. */
    void watch(long council, long report, Instant now) {
        rows.watch(council, List.of(report), now);
    }

    /**
     * Looks at the next lot. Each report is first put off for a while, so that one at which the program stumbles keeps no other
     * waiting: the others of its lot are then looked at one by one.
     */
    private boolean look(Map<Long, Council> known, Instant now) {
        List<Watched> due = rows.putOff(now, now.plus(STUMBLED), AT_ONCE);
        due.stream().collect(Collectors.groupingBy(Watched::council)).forEach((id, watched) -> {
            Council council = Objects.requireNonNull(known.get(id));
            if (!isLookedAt(council, watched, now)) {
                watched.forEach(each -> isLookedAt(council, List.of(each), now));
            }
        });
        return due.size() == AT_ONCE;
    }

    private boolean isLookedAt(Council council, List<Watched> watched, Instant now) {
        try {
            together.executeWithoutResult(_ -> look(council, watched, now));
            return true;
        } catch (RuntimeException fault) {
            LOG.warn(
                    "News of {} reports could not be worked out ({}); each is looked at again later.",
                    watched.size(),
                    fault.getClass().getSimpleName());
            return false;
        }
    }

    private void look(Council council, List<Watched> watched, Instant now) {
        List<Long> ids = watched.stream().map(Watched::report).toList();
        List<Story> stories = new ArrayList<>();
        reports.eachStory(council.id(), ids, stories::add);
        Map<Long, List<Promised>> clocks = expectations.clocks(council, stories, now);
        Audience audience = audience(council, stories, ids);
        Map<Long, @Nullable Instant> next = new HashMap<>();
        for (Story story : stories) {
            List<Promised> found = clocks.getOrDefault(story.report().id(), List.of());
            tellHappenings(audience, story, now);
            found.forEach(promised -> tellPromise(audience, story.report(), promised, now));
            tellCorrections(audience, story.report(), found, now);
            next.put(story.report().id(), next(story.report(), found, now));
        }
        watched.forEach(each -> rows.lookAgain(each, next.get(each.report())));
    }

    /** Everybody who may be told something about these reports. */
    private record Audience(
            Council council,
            List<Subscriber> subscribers,
            Set<Long> hidden,
            List<Told> broken,
            Map<String, Party> offices) {}

    private Audience audience(Council council, List<Story> stories, List<Long> ids) {
        Set<Long> places = new TreeSet<>();
        stories.forEach(
                story -> Optional.ofNullable(story.report().neighbourhood()).ifPresent(places::add));
        return new Audience(
                council,
                subscribers.following(council.id(), ids, places),
                recorded.privateAmong(council.id(), ids),
                rows.toldBroken(council.id(), ids),
                parties.list(council.id()).stream()
                        .filter(party -> party.email() != null && !party.hasEnded())
                        .collect(Collectors.toMap(Party::slug, party -> party)));
    }

    private void tellHappenings(Audience audience, Story story, Instant now) {
        tellHappenings(audience, story, story, "", now);
        story.together()
                .forEach(other ->
                        tellHappenings(audience, story, other, other.report().reference(), now));
    }

    /** Tells those who follow one report what happened to it, or to another that is joined with it, by its reference. */
    private void tellHappenings(Audience audience, Story story, Story told, String other, Instant now) {
        for (int place = 0; place < told.happenings().size(); place++) {
            Happening happening = told.happenings().get(place);
            String kind = KINDS.get(happening.event());
            if (kind != null && happening.at().isAfter(now.minus(OLD))) {
                Mark mark = new Mark(audience.council().id(), story.report().id(), other, "", 0, place + 1, kind);
                String said = words.of(
                        "kind." + kind + ".text",
                        moment(happening.at(), audience.council().zone()));
                followers(audience, story, happening.recorded())
                        .forEach(reader -> tell(audience, reader, mark, story.report(), said, now));
            }
        }
    }

    private void tellPromise(Audience audience, Report report, Promised promised, Instant now) {
        Instant due = promised.due();
        Instant broken = promised.breachedAt();
        boolean isSoon = promised.state() == Verdict.State.PENDING
                && due != null
                && !now.isBefore(warning(report, due))
                && !now.isAfter(due);
        boolean isBroken =
                promised.state() == Verdict.State.BREACHED && broken != null && broken.isAfter(now.minus(OLD));
        if (isSoon || isBroken) {
            Mark mark = mark(report, promised, isSoon ? "due_soon" : "broken");
            String said = said(mark.kind(), promised, audience.council().zone());
            followers(audience, new Story(report, List.of()), isSoon ? Instant.MAX : Objects.requireNonNull(broken))
                    .forEach(reader -> tell(audience, reader, mark, report, said, now));
            Party office = audience.offices().get(promised.party());
            if (office != null && !audience.hidden().contains(report.id())) {
                tell(mark, office, report, audience.council(), said, now);
            }
        }
    }

    /**
     * Whoever was told that a promise was not kept is told when that is no longer found. What was to be told and was not sent yet is
     * taken back without a word; and when the promise turns out broken after all, that is news again.
     */
    private void tellCorrections(Audience audience, Report report, List<Promised> found, Instant now) {
        for (Told told : audience.broken()) {
            if (told.mark().report() == report.id()) {
                Optional<Promised> stands = found.stream()
                        .filter(promised -> mark(report, promised, "broken").equals(told.mark()))
                        .findFirst();
                if (stands.isEmpty() || stands.get().state() != Verdict.State.BREACHED) {
                    correct(audience, told, report, stands, now);
                }
            }
        }
    }

    private void correct(Audience audience, Told told, Report report, Optional<Promised> stands, Instant now) {
        String said = stands.map(promised ->
                        said("corrected", promised, audience.council().zone()))
                .orElse(words.of("kind.corrected.none"));
        Mark mark = told.mark().of("corrected");
        if (!rows.takeBack(told)) {
            return;
        }
        if (told.party() != null) {
            Optional.ofNullable(audience.offices().get(told.party()))
                    .filter(_ -> !audience.hidden().contains(report.id()))
                    .ifPresent(office -> tell(mark, office, report, audience.council(), said, now));
        } else {
            subscribers
                    .list(audience.council().id(), List.of(told.reader()))
                    .forEach(reader -> tell(audience, reader, mark, report, said, now));
        }
    }

    /** Takes back what was to be sent to a subscriber about reports that they follow no more. */
    void takeBack(Subscriber left) {
        List<Long> waiting = rows.waitingFor(left.council(), left.id());
        Set<Long> hidden = recorded.privateAmong(left.council(), waiting);
        List<Long> unwanted = new ArrayList<>();
        reports.eachStory(left.council(), waiting, story -> {
            if (left.follows().stream().noneMatch(follow -> isAbout(follow, story, hidden))) {
                unwanted.add(story.report().id());
            }
        });
        rows.takeBack(left.council(), left.id(), unwanted);
    }

    private static Mark mark(Report report, Promised promised, String kind) {
        return new Mark(
                report.council(),
                report.id(),
                promised.contract(),
                promised.clause(),
                promised.clock(),
                promised.cycle(),
                kind);
    }

    /** Those who followed the report by this moment, which is told in whole seconds; of a private one only whoever told it. */
    private static List<Subscriber> followers(Audience audience, Story story, Instant by) {
        return audience.subscribers().stream()
                .filter(reader -> reader.follows().stream()
                        .anyMatch(follow -> isAbout(follow, story, audience.hidden())
                                && !Objects.requireNonNull(follow.confirmedAt())
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .isAfter(by)))
                .toList();
    }

    private static boolean isAbout(Subscriber.Follow follow, Story story, Set<Long> hidden) {
        Report report = story.report();
        if (follow.report() != null) {
            return follow.report() == report.id() && (follow.own() || !hidden.contains(report.id()));
        }
        String street = follow.street();
        return !hidden.contains(report.id())
                && Objects.equals(follow.neighbourhood(), report.neighbourhood())
                && (follow.category() == null || follow.category().equals(report.category()))
                && (street == null
                        || (report.title() != null
                                && report.title().toLowerCase(Locale.ROOT).endsWith(", " + street)));
    }

    private void tell(Audience audience, Subscriber reader, Mark mark, Report report, String said, Instant now) {
        boolean isHidden = audience.hidden().contains(report.id());
        Instant sends = reader.rhythm()
                .sends(
                        now,
                        audience.council().zone(),
                        reader.quietFrom(),
                        reader.quietUntil(),
                        reader.urgent() && mark.kind().equals("broken"));
        rows.tell(
                new Told(mark, reader.id(), null),
                isHidden ? words.of("hidden.subject") : subject(mark, report),
                isHidden ? words.of("hidden.text") : text(audience.council(), report, said),
                now,
                sends);
    }

    private void tell(Mark mark, Party office, Report report, Council council, String said, Instant now) {
        UUID reader = UUID.nameUUIDFromBytes(("party " + office.slug()).getBytes(StandardCharsets.UTF_8));
        rows.tell(new Told(mark, reader, office.slug()), subject(mark, report), text(council, report, said), now, now);
    }

    private String subject(Mark mark, Report report) {
        return words.of("kind." + mark.kind(), title(report), report.reference());
    }

    static String title(Report report) {
        String title = report.title();
        return title == null ? new Category(report.category()).plain() : title;
    }

    private String text(Council council, Report report, String said) {
        return title(report) + "\n" + said + "\n"
                + here.of("/councils/" + council.slug() + "/cases/" + report.reference());
    }

    private String said(String kind, Promised promised, ZoneId zone) {
        Instant due = promised.due();
        return words.of(
                "kind." + kind + ".text",
                promised.by(),
                promised.promise(),
                due == null ? words.of("due.unknown") : moment(due, zone));
    }

    static String moment(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.UK).format(moment.atZone(zone)) + " ("
                + zone.getId() + ")";
    }

    private static Instant warning(Report report, Instant due) {
        Duration quarter = Duration.between(report.madeAt(), due).dividedBy(4);
        return due.minus(quarter.compareTo(LONGEST_WARNING) < 0 ? quarter : LONGEST_WARNING);
    }

    private static @Nullable Instant next(Report report, Collection<Promised> found, Instant now) {
        return found.stream()
                .filter(promised -> promised.state() == Verdict.State.PENDING && promised.due() != null)
                .map(promised -> Objects.requireNonNull(promised.due()))
                .flatMap(due -> Stream.of(warning(report, due), due.plusSeconds(1)))
                .filter(moment -> moment.isAfter(now))
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** One letter to each reader with all that is to be sent to them now, in one step with the mark that it was. */
    private boolean write(Map<Long, Council> known, Instant now) {
        List<NewsSql.Waiting> taken = rows.take(now, AT_ONCE);
        taken.stream()
                .collect(Collectors.groupingBy(NewsSql.Waiting::council))
                .forEach((council, all) -> write(Objects.requireNonNull(known.get(council)), all, now));
        return taken.size() == AT_ONCE;
    }

    private void write(Council council, List<NewsSql.Waiting> all, Instant now) {
        Map<UUID, List<NewsSql.Waiting>> by = all.stream()
                .collect(Collectors.groupingBy(NewsSql.Waiting::reader, LinkedHashMap::new, Collectors.toList()));
        Map<String, Party> offices = parties.list(council.id()).stream()
                .filter(party -> party.email() != null)
                .collect(Collectors.toMap(Party::slug, party -> party));
        by.forEach((_, news) -> Optional.ofNullable(news.getFirst().party())
                .map(offices::get)
                .ifPresent(office -> post.send(
                        new Letter(
                                council.id(),
                                Objects.requireNonNull(office.email()).written(),
                                subject(news, council),
                                body(news) + words.of("letter.office", office.name()),
                                null,
                                true),
                        now)));
        for (Subscriber reader : subscribers.list(council.id(), by.keySet())) {
            List<NewsSql.Waiting> news = Objects.requireNonNull(by.get(reader.id()));
            String secret = subscribers.token(council.id(), reader.id()).secret();
            String own = here.of("/councils/" + council.slug() + "/news/" + secret);
            String stop = here.of("/unsubscribe/" + council.slug() + "/" + secret);
            String body = body(news) + words.of("letter.stop", own, stop);
            post.send(
                    new Letter(council.id(), reader.email(), subject(news, council), body, URI.create(stop), true),
                    now);
        }
    }

    private String subject(List<NewsSql.Waiting> news, Council council) {
        String subject = news.size() == 1
                ? news.getFirst().subject()
                : words.of("letter.several", Integer.toString(news.size()), council.name());
        return subject.length() > 200 ? subject.substring(0, 200) : subject;
    }

    private static String body(List<NewsSql.Waiting> news) {
        return news.stream()
                        .map(each -> each.subject() + "\n\n" + each.says())
                        .collect(Collectors.joining("\n\n---\n\n"))
                + "\n\n";
    }
}
