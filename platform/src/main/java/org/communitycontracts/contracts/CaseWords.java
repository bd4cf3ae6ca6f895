package org.communitycontracts.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.contracts.Node.Items;
import org.communitycontracts.contracts.Node.Text;

/** Tells what a case must be like: for a whole clause, or as the condition of a choice, an exclusion or a rung. */
final class CaseWords {
    private final Phrases phrases;

    CaseWords(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Which reports a clause covers. */
    void tell(Entries clause, List<String> sentences) {
        Entries when = clause.findEntries("when").orElse(new Entries(clause.place(), Map.of()));
        if (!when.texts("category").isEmpty()) {
            sentences.add(phrases.say("when.category", phrases.labels(when.texts("category"))));
        } else if (clause.text("duty").equals("respond")) {
            sentences.add(phrases.say("when.every"));
        }
        if (!when.texts("area").isEmpty()) {
            sentences.add(phrases.say("when.area", phrases.list(when.texts("area"))));
        }
        List<String> others = others(when);
        if (!others.isEmpty()) {
            sentences.add(phrases.say("when.only", phrases.list(others)));
        }
    }

    /** "it is of one of these kinds: dangers, and severity is high or urgent". */
    String conditions(Entries when) {
        List<String> conditions = new ArrayList<>();
        if (!when.texts("category").isEmpty()) {
            conditions.add(phrases.say("if.category", phrases.anyOf(when.texts("category"))));
        }
        if (!when.texts("area").isEmpty()) {
            conditions.add(phrases.say("if.area", phrases.either(when.texts("area"))));
        }
        conditions.addAll(others(when));
        return phrases.list(conditions);
    }

    private List<String> others(Entries when) {
        List<String> conditions = new ArrayList<>();
        when.findEntries("facts")
                .ifPresent(facts -> facts.entries()
                        .forEach((name, entry) -> conditions.add(fact(phrases.label(name), entry.value()))));
        when.findEntries("season").ifPresent(season -> conditions.add(season("if.season", season)));
        if (!when.texts("weekday").isEmpty()) {
            conditions.add(
                    phrases.say("if.weekday", phrases.eitherDay(EngineContract.weekdays(when.texts("weekday")))));
        }
        when.findText("between").ifPresent(between -> conditions.add(between(between)));
        when.findText("day").ifPresent(day -> conditions.add(phrases.say("if.day." + day)));
        when.findEntries("since").ifPresent(since -> conditions.add(since(since)));
        when.findEntries("count").ifPresent(count -> conditions.add(count(count)));
        return conditions;
    }

    private String fact(String name, Node asked) {
        if (asked instanceof Items list) {
            List<String> words =
                    list.items().stream().map(word -> ((Text) word).text()).toList();
            return phrases.say("if.fact", name, phrases.either(words));
        }
        List<String> limits = new ArrayList<>();
        ((Entries) asked)
                .entries()
                .forEach((limit, entry) -> limits.add(phrases.say(
                        "if." + limit, name, WhenTree.number(entry.value()).toPlainString())));
        return phrases.list(limits);
    }

    /** A sentence or a condition about a season, which has its first and its last day. */
    String season(String name, Entries season) {
        return phrases.say(name, phrases.dayOfYear(season.text("from")), phrases.dayOfYear(season.text("to")));
    }

    private String between(String between) {
        String[] times = between.split("-", -1);
        return phrases.say(
                "if.between",
                phrases.time(EngineContract.minutes(times[0])),
                phrases.time(EngineContract.minutes(times[1])));
    }

    private String since(Entries since) {
        String limit = since.has("at_most") ? "at_most" : "more_than";
        return phrases.say("if.since." + limit, phrases.label(since.text("fact")), phrases.length(since.text(limit)));
    }

    private String count(Entries count) {
        String said = phrases.count(
                "if.count",
                count.number("at_least"),
                phrases.label(count.text("event")),
                phrases.length(count.text("in")));
        return said
                + count.findText("same")
                        .map(fact -> " " + phrases.say("if.same", phrases.label(fact)))
                        .orElse("")
                + count.findText("distinct")
                        .map(fact -> " " + phrases.say("if.distinct", phrases.label(fact)))
                        .orElse("");
    }
}
