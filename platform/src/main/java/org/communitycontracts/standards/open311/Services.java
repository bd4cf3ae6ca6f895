package org.communitycontracts.standards.open311;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.communitycontracts.engine.contract.Choice;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.When;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.reporting.PublicReports;
import org.communitycontracts.standards.Covered;
import org.communitycontracts.standards.Expectations;
import org.communitycontracts.web.Words;
import org.springframework.stereotype.Component;

/**
 * What can be reported to a council: the categories of its contracts and of its reports, each with what is promised about it. The
 * attributes of a service are the facts on which a promise about it depends.
 */
@Component
class Services {
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
        String plain = code.replace('-', ' ').replace('_', ' ');
        return Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }

    /** A clause in force, and where. */
    private record Promise(Covered covered, Clause clause) {
        boolean isAbout(String category) {
            Set<String> categories = clause.when().categories();
            return categories.isEmpty() || categories.contains(category);
        }
    }

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
        promises.forEach(promise -> codes.addAll(promise.clause().when().categories()));
        return codes;
    }

    private Said service(String code, List<Promise> promises, Map<Long, String> places) {
        return Said.parts()
                .add("service_code", code)
                .add("service_name", name(code))
                .add("description", description(code, promises, places))
                .add("metadata", new Said.Flag(!facts(code, promises).isEmpty()))
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
        return told.isEmpty() ? words.of("not-promised", name(code)) : String.join(" ", told);
    }

    /** One service with its attributes. */
    Answer definition(Council council, String code) {
        List<Promise> promises = promises(council);
        if (!codes(council, promises).contains(code)) {
            return Answer.refused(404, words.of("unknown-service", Asked.quoted(code)));
        }
        List<Said> attributes = new ArrayList<>();
        facts(code, promises).forEach((fact, values) -> attributes.add(attribute(fact, values, attributes.size() + 1)));
        return new Answer.Told(
                "service_definition",
                Said.parts()
                        .add("service_code", code)
                        .add("attributes", new Said.ListOf("attribute", attributes))
                        .group());
    }

    private Said attribute(String fact, Set<String> values, int order) {
        boolean isNumber = values.isEmpty();
        Said.Parts attribute = Said.parts()
                .add("variable", new Said.Flag(true))
                .add("code", fact)
                .add("datatype", isNumber ? "number" : "singlevaluelist")
                .add("required", new Said.Flag(false))
                .add("datatype_description", words.of(isNumber ? "a-number" : "one-of"))
                .add("order", new Said.Count(order))
                .add("description", name(fact));
        return isNumber
                ? attribute.group()
                : attribute
                        .add(
                                "values",
                                new Said.ListOf(
                                        "value",
                                        values.stream()
                                                .map(value -> Said.parts()
                                                        .add("key", value)
                                                        .add("name", name(value))
                                                        .group())
                                                .toList()))
                        .group();
    }

    /** The facts on which promises about this category depend, with the words that matter; none for a number. */
    private static SortedMap<String, Set<String>> facts(String code, List<Promise> promises) {
        SortedMap<String, Set<String>> facts = new TreeMap<>();
        for (Promise promise : promises) {
            if (promise.isAbout(code) && promise.clause().duty() instanceof Respond duty) {
                collect(promise.clause().when(), facts);
                duty.clocks().stream()
                        .map(ClockRule::choices)
                        .flatMap(List::stream)
                        .map(Choice::when)
                        .filter(when ->
                                when.categories().isEmpty() || when.categories().contains(code))
                        .forEach(when -> collect(when, facts));
            }
        }
        return facts;
    }

    private static void collect(When when, Map<String, Set<String>> facts) {
        when.facts().forEach((name, fact) -> {
            Set<String> values = facts.computeIfAbsent(name, _ -> new TreeSet<>());
            if (fact instanceof When.OneOf oneOf) {
                values.addAll(oneOf.words());
            }
        });
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
