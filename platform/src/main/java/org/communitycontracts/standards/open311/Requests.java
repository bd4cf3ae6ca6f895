package org.communitycontracts.standards.open311;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.reporting.EventWords;
import org.communitycontracts.reporting.PublicReport;
import org.communitycontracts.reporting.PublicReports;
import org.communitycontracts.reporting.PublicReports.Between;
import org.communitycontracts.reporting.PublicReports.PageOf;
import org.communitycontracts.reporting.PublicReports.Question;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.reporting.Reports;
import org.communitycontracts.reporting.Story;
import org.communitycontracts.standards.Expectation;
import org.communitycontracts.standards.Expectations;
import org.communitycontracts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reports as service requests; what is expected of each is its live clock's due moment. */
@Component
class Requests {
    /** The specification's own limits: 90 days, or the first 1000, whichever is less. */
    private static final Duration LONGEST = Duration.ofDays(90);

    private final Words words = Words.beside(Requests.class);
    private final PublicReports publicReports;
    private final Reports reports;
    private final Expectations expectations;
    private final Neighbourhoods neighbourhoods;
    private final Clock clock;

    Requests(
            PublicReports publicReports,
            Reports reports,
            Expectations expectations,
            Neighbourhoods neighbourhoods,
            Clock clock) {
        this.publicReports = publicReports;
        this.reports = reports;
        this.expectations = expectations;
        this.neighbourhoods = neighbourhoods;
        this.clock = clock;
    }

    /** The requests asked for, the newest first. Names of requests go before all else that was asked. */
    Answer list(Council council, Asked asked) {
        List<String> names = asked.list("service_request_id");
        Question question = question(council, asked);
        boolean isExtended = isExtended(asked);
        if (names.isEmpty() && asked.faults().isEmpty()) {
            return told(council, publicReports.list(question), isExtended);
        }
        return names.isEmpty()
                ? new Answer.Refused(asked.faults())
                : told(council, publicReports.list(council.id(), names), isExtended);
    }

    private Question question(Council council, Asked asked) {
        Between changed = asked.between("updated_after", "updated_before");
        boolean isByChange = changed.first() != null || changed.last() != null;
        boolean isByDate = asked.text("start_date") != null || asked.text("end_date") != null;
        Between made = isByChange && !isByDate
                ? Between.ALWAYS
                : asked.between("start_date", "end_date", LONGEST, council.asOf(clock.instant()));
        return new Question(
                council.id(), asked.list("service_code"), asked.isOpen(), made, changed, asked.page(PageOf.MOST));
    }

    private static boolean isExtended(Asked asked) {
        return "true".equals(asked.text("extensions"));
    }

    /** One request by its name. */
    Answer find(Council council, String name, Asked asked) {
        List<PublicReport> found = publicReports.list(council.id(), List.of(name));
        return found.isEmpty()
                ? Answer.refused(404, words.of("unknown-request", Asked.quoted(name)))
                : told(council, found, isExtended(asked));
    }

    /** The name of the request that came of a token. Every report has its name at once, so that a token is that name. */
    Answer token(Council council, String token) {
        List<PublicReport> found = publicReports.list(council.id(), List.of(token));
        return found.isEmpty()
                ? Answer.refused(404, words.of("unknown-token", Asked.quoted(token)))
                : new Answer.Told(
                        "service_requests",
                        new Said.ListOf(
                                "request",
                                found.stream()
                                        .map(request -> Said.parts()
                                                .add(
                                                        "service_request_id",
                                                        request.report().reference())
                                                .add("token", token)
                                                .group())
                                        .toList()));
    }

    private Answer told(Council council, List<PublicReport> found, boolean isExtended) {
        Map<Long, Story> stories = new HashMap<>();
        reports.eachStory(
                council.id(),
                found.stream().map(request -> request.report().id()).toList(),
                story -> stories.put(story.report().id(), story));
        Map<Long, Expectation> expected = expectations.of(council, stories.values(), clock.instant());
        Map<Long, String> places = neighbourhoods.names(council.id());
        List<Said> requests = new ArrayList<>();
        for (PublicReport request : found) {
            Report report = request.report();
            Story story = stories.getOrDefault(report.id(), new Story(report, List.of()));
            Expectation expectation = expected.get(report.id());
            Said.Parts parts = request(council, request, story, expectation);
            parts.add("address", address(council, report, places))
                    .add("address_id", new Said.Text(null))
                    .add("zipcode", new Said.Text(null))
                    .add(
                            "lat",
                            degrees(
                                    report.point() == null
                                            ? null
                                            : report.point().latitude()))
                    .add(
                            "long",
                            degrees(
                                    report.point() == null
                                            ? null
                                            : report.point().longitude()))
                    .add("media_url", new Said.Text(null));
            if (isExtended) {
                extend(parts, council, story, expectation);
            }
            requests.add(parts.group());
        }
        return new Answer.Told("service_requests", new Said.ListOf("request", requests));
    }

    private Said.Parts request(Council council, PublicReport request, Story story, @Nullable Expectation expectation) {
        Report report = request.report();
        Instant due = expectation == null ? request.promisedAt() : expectation.due();
        return Said.parts()
                .add("service_request_id", report.reference())
                .add("status", request.isOpen() ? "open" : "closed")
                .add("status_notes", notes(request, story))
                .add("service_name", Services.name(report.category()))
                .add("service_code", report.category())
                .add("description", report.title())
                .add("agency_responsible", expectation == null ? null : expectation.by())
                .add("service_notice", expectation == null ? null : expectation.promise())
                .add("requested_datetime", Said.moment(report.madeAt(), council.zone()))
                .add("updated_datetime", Said.moment(request.changedAt(), council.zone()))
                .add("expected_datetime", Said.moment(due, council.zone()));
    }

    /** What happened last; while the request is closed, what closed it. */
    private static @Nullable String notes(PublicReport request, Story story) {
        return story.happenings().stream()
                .filter(happening -> request.isOpen() || happening.at().equals(request.changedAt()))
                .max(Comparator.comparing(Happening::at))
                .map(happening -> EventWords.of(happening.event()))
                .orElse(null);
    }

    private String address(Council council, Report report, Map<Long, String> places) {
        String place = report.neighbourhood() == null ? null : places.get(report.neighbourhood());
        return place == null ? council.name() : words.of("address", place, council.name());
    }

    private static Said degrees(@Nullable Double degrees) {
        return degrees == null ? new Said.Text(null) : new Said.Degrees(degrees);
    }

    /** What the specification has no field for: what became of the promise, and everything that happened. */
    private static void extend(Said.Parts parts, Council council, Story story, @Nullable Expectation expectation) {
        parts.add(
                "extended_attributes",
                Said.parts()
                        .add("contract", expectation == null ? null : expectation.contract())
                        .add("clause", expectation == null ? null : expectation.clause())
                        .add("promise", expectation == null ? null : kept(expectation))
                        .group());
        parts.add(
                "notes",
                new Said.ListOf(
                        "note",
                        story.happenings().stream()
                                .map(happening -> Said.parts()
                                        .add("datetime", Said.moment(happening.at(), council.zone()))
                                        .add("type", type(happening.event()))
                                        .add("summary", EventWords.of(happening.event()))
                                        .group())
                                .toList()));
    }

    /** Servers that tell what happened call the beginning {@code opened}. */
    private static String type(String event) {
        return event.equals("reported") ? "opened" : event;
    }

    private static String kept(Expectation expectation) {
        return switch (expectation.state()) {
            case MET -> "kept";
            case BREACHED -> "not kept";
            case PENDING, VOID, SUPERSEDED, INSUFFICIENT, UNMEASURABLE -> "not yet known";
        };
    }
}
