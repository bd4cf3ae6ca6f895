package org.communitycontracts.news;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.reporting.Recorded;
import org.communitycontracts.reporting.Reports;
import org.communitycontracts.reporting.Story;
import org.communitycontracts.standards.Expectations;
import org.communitycontracts.standards.Promised;
import org.communitycontracts.web.OwnAddress;
import org.communitycontracts.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** News for feed readers and promised dates for calendars: of a report, of a neighbourhood, of a category or a street in it. */
@RestController
class FeedPages {
    private static final int MOST = 100;
    private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml;charset=UTF-8");
    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");
    private static final CacheControl A_WHILE =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final Pages pages;
    private final Councils councils;
    private final Neighbourhoods neighbourhoods;
    private final Reports reports;
    private final Recorded recorded;
    private final Expectations expectations;
    private final OwnAddress here;
    private final InstantSource clock;

    FeedPages(
            Pages pages,
            Councils councils,
            Neighbourhoods neighbourhoods,
            Reports reports,
            Recorded recorded,
            Expectations expectations,
            OwnAddress here,
            InstantSource clock) {
        this.pages = pages;
        this.councils = councils;
        this.neighbourhoods = neighbourhoods;
        this.reports = reports;
        this.recorded = recorded;
        this.expectations = expectations;
        this.here = here;
        this.clock = clock;
    }

    /** What a feed or a calendar is about. */
    private record About(String title, String page, String self, List<Story> stories) {
        Instant changed() {
            return stories.stream()
                    .flatMap(story -> story.happenings().stream())
                    .map(Happening::recorded)
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH);
        }
    }

    @GetMapping("/councils/{slug}/{place}/news.atom")
    ResponseEntity<byte[]> news(
            @PathVariable String slug,
            @PathVariable String place,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String street) {
        return place(slug, place, category, street, this::feed);
    }

    @GetMapping("/councils/{slug}/{place}/promised.ics")
    ResponseEntity<byte[]> promised(
            @PathVariable String slug,
            @PathVariable String place,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String street) {
        return place(slug, place, category, street, this::calendar);
    }

    @GetMapping("/councils/{slug}/cases/{reference}/news.atom")
    ResponseEntity<byte[]> newsOfReport(@PathVariable String slug, @PathVariable String reference) {
        return report(slug, reference, this::feed);
    }

    @GetMapping("/councils/{slug}/cases/{reference}/promised.ics")
    ResponseEntity<byte[]> promisedOfReport(@PathVariable String slug, @PathVariable String reference) {
        return report(slug, reference, this::calendar);
    }

    private ResponseEntity<byte[]> place(
            String slug,
            String place,
            @Nullable String category,
            @Nullable String street,
            BiFunction<Council, About, ResponseEntity<byte[]>> answer) {
        Optional<Council> council = councils.find(slug);
        return council.flatMap(found -> neighbourhoods.find(found.id(), place))
                .map(found -> {
                    List<Long> ids = recorded.latest(found.councilId(), found.id(), category, MOST);
                    List<Story> stories = stories(found.councilId(), ids).stream()
                            .filter(story -> street == null
                                    || Notices.title(story.report())
                                            .toLowerCase(Locale.ROOT)
                                            .endsWith(", " + street.toLowerCase(Locale.ROOT)))
                            .toList();
                    String page = "/councils/" + slug + "/" + found.slug();
                    String self = page + "/news.atom" + question(category, street);
                    return answer.apply(council.orElseThrow(), new About(found.name(), page, self, stories));
                })
                .orElseGet(pages::notFound);
    }

    private static String question(@Nullable String category, @Nullable String street) {
        List<String> parts = new ArrayList<>();
        Optional.ofNullable(category).ifPresent(word -> parts.add("category=" + encoded(word)));
        Optional.ofNullable(street).ifPresent(word -> parts.add("street=" + encoded(word)));
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private ResponseEntity<byte[]> report(
            String slug, String reference, BiFunction<Council, About, ResponseEntity<byte[]>> answer) {
        Optional<Council> council = councils.find(slug);
        return council.flatMap(found -> reports.find(found.id(), reference))
                .map(report -> {
                    String page = "/councils/" + slug + "/cases/" + report.reference();
                    return answer.apply(
                            council.orElseThrow(),
                            new About(
                                    Notices.title(report),
                                    page,
                                    page + "/news.atom",
                                    stories(report.council(), List.of(report.id()))));
                })
                .orElseGet(pages::notFound);
    }

    private List<Story> stories(long council, List<Long> ids) {
        List<Story> stories = new ArrayList<>();
        reports.eachStory(council, ids, stories::add);
        return stories;
    }

    private ResponseEntity<byte[]> feed(Council council, About about) {
        AtomFeed feed = new AtomFeed(about.title(), here.of(about.page()), here.of(about.self()), about.changed());
        String cases = here.of("/councils/" + council.slug() + "/cases/");
        about.stories().forEach(story -> feed.add(story, cases + story.report().reference()));
        return answer(ATOM, feed.bytes(MOST), about);
    }

    private ResponseEntity<byte[]> calendar(Council council, About about) {
        Map<Long, List<Promised>> clocks = expectations.clocks(council, about.stories(), clock.instant());
        Calendar calendar = new Calendar(about.title(), here.of(""));
        String cases = here.of("/councils/" + council.slug() + "/cases/");
        for (Story story : about.stories()) {
            clocks.getOrDefault(story.report().id(), List.of())
                    .forEach(promised ->
                            calendar.add(story, promised, cases + story.report().reference()));
        }
        return answer(CALENDAR, calendar.bytes(), about);
    }

    private static ResponseEntity<byte[]> answer(MediaType type, byte[] bytes, About about) {
        return ResponseEntity.ok()
                .cacheControl(A_WHILE)
                .eTag(Pages.tag(bytes))
                .lastModified(about.changed())
                .contentType(type)
                .body(bytes);
    }
}
