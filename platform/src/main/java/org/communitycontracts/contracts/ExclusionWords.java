package org.communitycontracts.contracts;

import java.util.ArrayList;
import java.util.List;
import org.communitycontracts.contracts.Node.Entries;

/** Tells what takes a case out of the count, stops its clock, gives it more time or another time, and who must show it. */
final class ExclusionWords {
    private final Phrases phrases;
    private final CalendarWords calendars;
    private final CaseWords cases;

    ExclusionWords(Phrases phrases) {
        this.phrases = phrases;
        this.calendars = new CalendarWords(phrases);
        this.cases = new CaseWords(phrases);
    }

    void tell(Entries clause, Entries root, List<String> sentences) {
        clause.groups("exclude").forEach(exclusion -> sentences.add(String.join(" ", of(exclusion, root))));
    }

    private List<String> of(Entries exclusion, Entries root) {
        List<String> sentences = new ArrayList<>();
        sentences.add(phrases.say(
                "exclude." + exclusion.text("effect") + "." + exclusion.text("needs"),
                phrases.label(exclusion.text("because"))));
        exclusion.findText("to").ifPresent(to -> {
            sentences.add(phrases.say("exclude.to", phrases.length(to)));
            sentences.addAll(calendars.of(exclusion, root));
        });
        exclusion
                .findText("at_most")
                .ifPresent(most -> sentences.add(phrases.say("exclude.at_most", phrases.length(most))));
        exclusion.findText("by").ifPresent(by -> sentences.add(phrases.say("exclude.by", name(by, root))));
        exclusion
                .findText("decided_by")
                .ifPresent(by -> sentences.add(phrases.say("exclude.decided_by", name(by, root))));
        exclusion
                .findEntries("when")
                .ifPresent(when -> sentences.add(phrases.say("exclude.when", cases.conditions(when))));
        return sentences;
    }

    private static String name(String party, Entries root) {
        return root.entries("parties").entries(party).text("name");
    }
}
