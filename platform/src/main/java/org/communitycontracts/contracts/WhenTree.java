package org.communitycontracts.contracts;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.contracts.Node.Entry;
import org.communitycontracts.contracts.Node.Items;
import org.communitycontracts.contracts.Node.Text;
import org.communitycontracts.contracts.Node.Whole;
import org.communitycontracts.engine.contract.When;
import org.jspecify.annotations.Nullable;

/** Reads {@code when}: what a case must be like. */
final class WhenTree {
    private WhenTree() {}

    /** What this clause, choice, exclusion or rung is for; every case when it does not say. */
    static When of(Entries group) {
        return group.findEntries("when").map(WhenTree::from).orElse(When.ALWAYS);
    }

    private static When from(Entries when) {
        return new When(
                Set.copyOf(when.texts("category")),
                Set.copyOf(when.texts("area")),
                facts(when),
                season(when),
                Set.<DayOfWeek>copyOf(EngineContract.weekdays(when.texts("weekday"))),
                when.findText("between").map(WhenTree::daytime).orElse(null),
                when.findText("day").map("working"::equals).orElse(null),
                when.findEntries("since").map(WhenTree::since).orElse(null),
                when.findEntries("count").map(WhenTree::count).orElse(null));
    }

    private static Map<String, When.Fact> facts(Entries when) {
        Map<String, When.Fact> facts = new HashMap<>();
        when.findEntries("facts")
                .ifPresent(named -> named.entries().forEach((name, entry) -> facts.put(name, fact(entry.value()))));
        return facts;
    }

    private static When.Fact fact(Node written) {
        if (written instanceof Items list) {
            return new When.OneOf(Set.copyOf(
                    list.items().stream().map(word -> ((Text) word).text()).toList()));
        }
        List<When.Limit> limits = new ArrayList<>();
        for (Map.Entry<String, Entry> limit : ((Entries) written).entries().entrySet()) {
            limits.add(new When.Limit(
                    Head.word(When.Than.class, limit.getKey()),
                    number(limit.getValue().value())));
        }
        return new When.Within(limits);
    }

    static BigDecimal number(Node written) {
        return written instanceof Whole whole
                ? BigDecimal.valueOf(whole.number())
                : new BigDecimal(((Text) written).text());
    }

    static When.@Nullable Season season(Entries group) {
        return group.findEntries("season")
                .map(season -> new When.Season(day(season.text("from")), day(season.text("to"))))
                .orElse(null);
    }

    private static MonthDay day(String written) {
        return MonthDay.parse("--" + written);
    }

    private static When.Daytime daytime(String written) {
        String[] times = written.split("-", -1);
        return new When.Daytime(EngineContract.minutes(times[0]), EngineContract.minutes(times[1]));
    }

    private static When.Since since(Entries since) {
        boolean isInTime = since.has("at_most");
        return new When.Since(
                since.text("fact"),
                isInTime ? When.Than.AT_MOST : When.Than.MORE_THAN,
                Head.length(since.text(isInTime ? "at_most" : "more_than")));
    }

    private static When.Count count(Entries count) {
        return new When.Count(
                count.text("event"),
                count.number("at_least"),
                Head.length(count.text("in")),
                count.findText("same").orElse(null),
                count.findText("distinct").orElse(null));
    }
}
