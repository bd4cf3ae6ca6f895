package org.communitycontracts.reporting.route;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.communitycontracts.people.Token;
import org.communitycontracts.permissions.Where;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.reporting.Category;
import org.communitycontracts.reporting.Promises;
import org.communitycontracts.reporting.Report;
import org.jspecify.annotations.Nullable;

/**
 * A report on its way: where it is made, how far it is written, and what is promised there.
 *
 * @param place null when it is somewhere else in the council
 * @param likely reports that may tell of the same problem
 */
record Route(
        Council council,
        @Nullable Neighbourhood place,
        Token token,
        Draft draft,
        List<Promises.Promise> promises,
        List<Report> likely) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    /** Where the problem is, as people call it. */
    String where() {
        return place == null ? council.name() : place.name();
    }

    /** What is being done, above every question. */
    String title() {
        return Step.WORDS.of(place == null ? "start.title.council" : "start.title", where());
    }

    Where whose() {
        return Where.council(council.id()).neighbourhood(place == null ? null : place.id());
    }

    /** The page on which it begins. */
    String start() {
        return start(council, place);
    }

    static String start(Council council, @Nullable Neighbourhood place) {
        return "/councils/" + council.slug() + (place == null ? "" : "/" + place.slug()) + "/report";
    }

    String address(Step step) {
        return "/councils/" + council.slug() + "/report/" + token.secret() + "/" + step.word();
    }

    /** The first question that is still to be answered; when none is, the page for checking. */
    Step next() {
        return steps().stream()
                .filter(step -> !step.isAnswered(draft))
                .findFirst()
                .orElse(Step.CHECK);
    }

    /** The page before this one. */
    String before(Step step) {
        List<Step> steps = steps();
        int at = steps.indexOf(step);
        return at <= 0 ? start() : address(steps.get(at - 1));
    }

    /** Whether this question may be looked at: it is asked, and for checking nothing is left to answer. */
    boolean isOpen(Step step) {
        return step.isFor(this) && (step != Step.CHECK || next() == Step.CHECK);
    }

    List<Step> steps() {
        return Arrays.stream(Step.values()).filter(step -> step.isFor(this)).toList();
    }

    /** The day on which it was reported, by the council's clocks. */
    String day(Report report) {
        return DAY.format(report.madeAt().atZone(council.zone()));
    }

    /** What is promised about such a problem; empty when nothing is. */
    List<Promises.Promise> promised(Category category) {
        return promises.stream().filter(promise -> promise.isAbout(category)).toList();
    }
}
