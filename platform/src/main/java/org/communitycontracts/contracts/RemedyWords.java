package org.communitycontracts.contracts;

import java.util.ArrayList;
import java.util.List;
import org.communitycontracts.contracts.Node.Entries;

/** Tells what happens when a promise is late or not kept: who is told, and what is put right or paid. */
final class RemedyWords {
    private final Phrases phrases;
    private final CalendarWords calendars;
    private final CaseWords cases;
    private final MoneyWords money;

    RemedyWords(Phrases phrases) {
        this.phrases = phrases;
        this.calendars = new CalendarWords(phrases);
        this.cases = new CaseWords(phrases);
        this.money = new MoneyWords(phrases);
    }

    void tell(Entries clause, Entries root, List<String> sentences) {
        clause.groups("escalate").forEach(step -> sentences.add(step(step.text("at"), phrases.label(step.text("to")))));
        for (Entries remedy : clause.groups("remedy")) {
            if (remedy.has("ladder")) {
                sentences.add(phrases.say("ladder"));
                remedy.groups("ladder").forEach(rung -> tellRung(rung, root, sentences));
            } else {
                tellRemedy(remedy, root, sentences);
            }
        }
    }

    private String step(String at, String to) {
        if (at.endsWith("%")) {
            return phrases.say("escalate.share", to, at.substring(0, at.length() - 1));
        }
        if (at.equals("due")) {
            return phrases.say("escalate.due", to);
        }
        String length = phrases.length(at.substring("due + ".length()));
        return phrases.say(at.startsWith("due +") ? "escalate.after" : "escalate.before", to, length);
    }

    private void tellRung(Entries rung, Entries root, List<String> sentences) {
        List<String> grounds = new ArrayList<>();
        rung.findEntries("when").map(cases::conditions).ifPresent(grounds::add);
        rung.findText("late_by").ifPresent(late -> grounds.add(phrases.say("rung.late_by", phrases.length(late))));
        rung.findEntries("again").ifPresent(again -> grounds.add(again(again)));
        sentences.add(grounds.isEmpty() ? phrases.say("rung.rest") : phrases.say("rung", phrases.list(grounds)));
        tellRemedy(rung, root, sentences);
    }

    private String again(Entries again) {
        String said = phrases.say("rung.again", again.number("breaches"), phrases.length(again.text("in")));
        return said
                + again.findText("same")
                        .map(fact -> " " + phrases.say("if.same", phrases.label(fact)))
                        .orElse("");
    }

    private void tellRemedy(Entries remedy, Entries root, List<String> sentences) {
        String kind = "remedy." + remedy.text("kind");
        sentences.add(remedy.findText("within")
                .map(within -> phrases.say(kind + ".within", phrases.length(within)))
                .orElse(phrases.say(kind)));
        sentences.addAll(calendars.of(remedy, root));
        money.tell(remedy, root, sentences);
    }
}
