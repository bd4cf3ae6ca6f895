package org.communitycontracts.standards.open311;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.communitycontracts.places.Council;
import org.communitycontracts.reporting.EventWords;
import org.communitycontracts.reporting.NewsEntry;
import org.communitycontracts.reporting.PublicReports;
import org.communitycontracts.reporting.PublicReports.Between;
import org.communitycontracts.reporting.PublicReports.PageOf;
import org.springframework.stereotype.Component;

/**
 * News of service requests, as FixMyStreet fetches it: by when it was written down here, since that never lies in the past of an
 * earlier asking.
 */
@Component
class Updates {
    private static final Duration LATEST = Duration.ofDays(1);

    private final PublicReports reports;
    private final Clock clock;

    Updates(PublicReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    /** The news between two moments; without them, that of the last day. */
    Answer list(Council council, Asked asked) {
        Between given = asked.between("start_date", "end_date");
        Between between = given.equals(Between.ALWAYS)
                ? new Between(council.asOf(clock.instant()).minus(LATEST), null)
                : given;
        PageOf page = asked.page(PageOf.MOST);
        if (!asked.faults().isEmpty()) {
            return new Answer.Refused(asked.faults());
        }
        List<Said.Group> updates = reports.news(council.id(), between, page).stream()
                .map(entry -> update(council, entry))
                .toList();
        return new Answer.Told("service_request_updates", new Said.ListOf("request_update", updates));
    }

    private static Said.Group update(Council council, NewsEntry entry) {
        String reference = String.valueOf(entry.happening().report());
        return Said.parts()
                .add("update_id", reference + "." + entry.number())
                .add("service_request_id", reference)
                .add("status", status(entry))
                .add("external_status_code", entry.happening().event())
                .add("updated_datetime", Said.moment(entry.happening().recorded(), council.zone()))
                .add("description", EventWords.of(entry.happening().event()))
                .add("media_url", "")
                .group();
    }

    /**
     * How the request stood then, in FixMyStreet's own words, which part what was fixed from what was closed without being fixed: a
     * plain "closed" is shown to residents there as fixed.
     */
    private static String status(NewsEntry entry) {
        String event = entry.happening().event();
        if (entry.isOpen()) {
            return switch (event) {
                case "seen", "inspected" -> "investigating";
                case "made_safe", "contacted", "passed_to_network", "network_done" -> "in_progress";
                default -> "open";
            };
        }
        return switch (event) {
            case "fixed", "confirmed" -> "fixed";
            case "duplicate", "merged" -> "duplicate";
            case "not_in_area" -> "not_councils_responsibility";
            case "withdrawn", "not_abandoned", "closed_unfixed" -> "no_further_action";
            case "closed" -> entry.facts().containsKey("because") ? "no_further_action" : "closed";
            default -> "closed";
        };
    }
}
