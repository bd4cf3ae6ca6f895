package org.communitycontracts.standards.open311;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.reporting.Category;
import org.communitycontracts.reporting.PublicReports;
import org.communitycontracts.reporting.route.KindWords;
import org.communitycontracts.standards.Covered;
import org.communitycontracts.standards.Expectations;
import org.communitycontracts.web.Words;
import org.springframework.stereotype.Component;

/**
 * What can be reported to a council: the kinds of problems that can be reported everywhere, and the categories of its contracts and
 * reports, each with what is promised about it. Where a question belongs to a kind, it is the attribute of the service.
 */
@Component
class Services {
    /** The code of the attribute that holds the answer to the question of a kind. */
    static final String QUESTION = "more";

    private final Words words = Words.beside(Services.class);
    private final PublicReports reports;
    private final Expectations expectations;
    private final Neighbourhoods neighbourhoods;
    private final Clock clock;

    Services(PublicReports reports, Expectations expectations, Neighbourhoods neighbourhoods, Clock clock) {
        this.reports = reports;
        this.expectations = expectations;
        this.neighbourhoods = neighbourhoods;
        this.clock = clock;
    }

    /** A category in readable words: {@code street-light} becomes "Street light". */
    static String name(String code) {
        return new Category(code).plain();
    }

    /** A clause in force, and where. */
    private record Promise(Covered covered, Clause clause) {}

    /** All services, by code. */
    Answer list(Council council) {
        List<Promise> promises = promises(council);
        Map<Long, String> places = neighbourhoods.names(council.id());
        List<Said> services = codes(council, promises).stream()
                .map(code -> service(code, promises, places))
                .toList();
        return new Answer.Told("services", new Said.ListOf("service", services));
    }

    private Set<String> codes(Council council, List<Promise> promises) {
        Set<String> codes = new TreeSet<>(reports.categories(council.id()));
        KindWords.list().forEach(category -> codes.add(category.word()));
        promises.forEach(promise -> codes.addAll(promise.clause().when().categories()));
        return codes;
    }

    private Said service(String code, List<Promise> promises, Map<Long, String> places) {
        return Said.parts()
                .add("service_code", code)
                .add("service_name", name(code))
                .add("description", description(code, promises, places))
                .add(
                        "metadata",
                        new Said.Flag(KindWords.question(new Category(code)).isPresent()))
                .add("type", "realtime")
                .add("keywords", "")
                .add("group", "")
                .group();
    }

    /** What is promised about it; where several places are promised something, each by its name. */
    private String description(String code, List<Promise> promises, Map<Long, String> places) {
        Set<String> told = new LinkedHashSet<>();
        for (Promise promise : promises) {
            if (promise.clause().when().categories().contains(code)) {
                Long place = promise.covered().neighbourhood();
                told.add(
                        place == null
                                ? promise.clause().text()
                                : words.of(
                                        "promised-in",
                                        places.getOrDefault(place, ""),
                                        promise.clause().text()));
            }
        }
        return words.of(
                "about",
                KindWords.name(new Category(code)),
                told.isEmpty() ? words.of("not-promised") : String.join(" ", told));
    }

    /** Whether there is a service of this code. */
    boolean isOne(Council council, String code) {
        return codes(council, promises(council)).contains(code);
    }

    /** One service with its attributes. */
    Answer definition(Council council, String code) {
        List<Promise> promises = promises(council);
        if (!codes(council, promises).contains(code)) {
            return Answer.refused(404, words.of("unknown-service", Asked.quoted(code)));
        }
        List<Said> attributes = KindWords.question(new Category(code)).stream()
                .map(question -> (Said) Said.parts()
                        .add("variable", new Said.Flag(true))
                        .add("code", QUESTION)
                        .add("datatype", "text")
                        .add("required", new Said.Flag(false))
                        .add("datatype_description", words.of("in-own-words"))
                        .add("order", new Said.Count(1))
                        .add("description", question)
                        .group())
                .toList();
        return new Answer.Told(
                "service_definition",
                Said.parts()
                        .add("service_code", code)
                        .add("attributes", new Said.ListOf("attribute", attributes))
                        .group());
    }

    /** The clauses with a clock that are in force now. */
    private List<Promise> promises(Council council) {
        Instant asOf = council.asOf(clock.instant());
        List<Promise> promises = new ArrayList<>();
        for (Covered covered : expectations.contracts(council)) {
            for (Contract version : covered.versions()) {
                if (version.isInForceAt(asOf)) {
                    version.clauses().stream()
                            .filter(clause -> clause.duty() instanceof Respond)
                            .forEach(clause -> promises.add(new Promise(covered, clause)));
                }
            }
        }
        return promises;
    }
}
