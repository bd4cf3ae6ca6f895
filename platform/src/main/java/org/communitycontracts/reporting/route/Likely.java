package org.communitycontracts.reporting.route;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.reporting.CaseList;
import org.communitycontracts.reporting.Joints;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.reporting.Reports;
import org.communitycontracts.reporting.Story;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Public reports that may tell of the same problem: of the same category in the same neighbourhood, from the last 90 days and not
 * over; where both name a street, of the same street.
 */
@Component
class Likely {
    private static final Duration LOOKED_BACK = Duration.ofDays(90);
    private static final int LOOKED_AT = 100;
    private static final int MOST = 5;
    private static final Set<String> OVER = Set.of(
            "fixed",
            "closed",
            "answered",
            "contacted",
            "withdrawn",
            "not_in_area",
            "not_abandoned",
            "duplicate",
            "closed_unfixed",
            Joints.MERGED);

    private final Reports reports;
    private final Streets streets;

    Likely(Reports reports, Streets streets) {
        this.reports = reports;
        this.streets = streets;
    }

    /** At most five, the newest first; none where the draft does not yet say what and where. */
    List<Report> list(Council council, @Nullable Neighbourhood place, Draft draft, Instant now) {
        if (place == null
                || !draft.has("kind")
                || !draft.has("spot")
                || draft.category().isPrivate()) {
            return List.of();
        }
        List<Long> same = reports
                .list(
                        council.id(),
                        new CaseList.Question(
                                place.id(),
                                draft.category().word(),
                                now.minus(LOOKED_BACK),
                                null,
                                CaseList.Order.NEWEST,
                                1,
                                LOOKED_AT))
                .reports()
                .stream()
                .map(Report::id)
                .toList();
        Optional<String> street = streets.find(place, draft.spot());
        List<Report> likely = new ArrayList<>();
        reports.eachStory(council.id(), same, story -> {
            if (!isOver(story) && isNear(story, street)) {
                likely.add(story.report());
            }
        });
        likely.sort(Comparator.comparing(Report::madeAt).reversed());
        return List.copyOf(likely.subList(0, Math.min(MOST, likely.size())));
    }

    private static boolean isOver(Story story) {
        boolean isOver = false;
        for (Happening happening : story.happenings()) {
            isOver = OVER.contains(happening.event())
                    || (isOver
                            && !happening.event().equals("reopened")
                            && !happening.event().equals(Joints.UNMERGED));
        }
        return isOver;
    }

    private static boolean isNear(Story story, Optional<String> street) {
        String theirs = story.happenings().getFirst().facts().get("street");
        return street.isEmpty() || theirs == null || theirs.equalsIgnoreCase(street.get());
    }
}
