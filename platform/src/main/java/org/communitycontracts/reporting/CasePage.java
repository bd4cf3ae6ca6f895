package org.communitycontracts.reporting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.web.Link;
import org.communitycontracts.web.Words;

/**
 * What the page of one report shows.
 *
 * @param into the reference of the report with which it is joined; empty when it stands alone, or others were joined with it
 * @param others how many other reports tell of the same problem
 * @param isAsked whether a question of the service waits for whoever told the report
 * @param isSaidToBeFixed whether a service says that it is dealt with, and nobody who lives there has said whether that is so
 */
record CasePage(
        Council council,
        Optional<Neighbourhood> place,
        Report report,
        List<StoryLine> lines,
        Optional<String> into,
        int others,
        boolean isAsked,
        boolean isSaidToBeFixed,
        Words words) {
    /** The report's own line, or what it is about when it has none. */
    String title() {
        String title = report.title();
        return title == null ? new Category(report.category()).plain() : title;
    }

    /** Where everybody finds it, if it is public. */
    String address() {
        return "/councils/" + council.slug() + "/cases/" + report.reference();
    }

    /** A moment in words, by the council's clocks. */
    String when(Instant moment) {
        return StoryLine.when(moment, council);
    }

    List<Link> crumbs() {
        List<Link> crumbs = new ArrayList<>();
        String home = "/councils/" + council.slug();
        crumbs.add(Link.to(words.of("home"), "/"));
        crumbs.add(Link.to(council.name(), home));
        place.ifPresent(found -> crumbs.add(Link.to(found.name(), home + "/" + found.slug())));
        crumbs.add(Link.here(words.of("report", report.reference())));
        return crumbs;
    }
}
