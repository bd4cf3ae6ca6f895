package org.communitycontracts.contracts;

import java.util.List;
import java.util.Optional;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.engine.clock.Allowance;

/** Tells a clause in one short line: who promises, and how much. */
final class ShortLine {
    private static final int MOST = 3;

    private final Phrases phrases;

    ShortLine(Phrases phrases) {
        this.phrases = phrases;
    }

    String of(Entries clause, String name) {
        Optional<Entries> share = clause.findEntries("grade")
                .or(() -> clause.findEntries("score"))
                .or(() -> clause.findEntries("target").filter(target -> clause.has("time")));
        if (share.isPresent()) {
            return phrases.say("line.share", name, share.get().number("share"));
        }
        return clause.findEntries("every")
                .map(every -> every(every, name))
                .or(() -> clause.findEntries("count").map(count -> most(count, "in", name)))
                .or(() -> clause.findEntries("notice")
                        .map(notice -> phrases.say("line.notice", name, phrases.length(notice.text("at_least")))))
                .orElseGet(() -> clocks(ClockTree.list(clause), name));
    }

    private String every(Entries every, String name) {
        if (!every.has("period")) {
            return phrases.say("line.gap", name, phrases.length(every.text("max_gap")));
        }
        return every.findNumber("count")
                .filter(count -> count > 0)
                .map(count -> phrases.count("line.every", count, name, phrases.length(every.text("period"))))
                .orElseGet(() -> most(every, "period", name));
    }

    private String most(Entries group, String key, String name) {
        return phrases.count("line.most", group.number("at_most"), name, phrases.length(group.text(key)));
    }

    private String clocks(List<Entries> clocks, String name) {
        List<Allowance> lengths = clocks.stream()
                .flatMap(clock -> ClockTree.lengths(clock).stream())
                .map(length -> Head.length(length.written().text()))
                .distinct()
                .toList();
        if (lengths.isEmpty()) {
            return phrases.say("line.other", name);
        }
        if (lengths.size() == 1) {
            return within(lengths.getFirst(), name);
        }
        if (lengths.size() > MOST) {
            return phrases.say("line.depends", name);
        }
        List<String> all = lengths.stream().map(phrases::length).toList();
        return clocks.size() == 1
                ? phrases.say("line.cases", name, phrases.either(all))
                : phrases.say("line.clocks", name, phrases.list(all));
    }

    private String within(Allowance within, String name) {
        return within.unit().isUncounted()
                ? phrases.say("line." + within.unit().name(), name)
                : phrases.say("line.within", name, phrases.length(within));
    }
}
