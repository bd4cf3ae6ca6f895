package org.communitycontracts.contracts;

import java.util.List;
import org.communitycontracts.contracts.Node.Entries;

/** Tells what happens when a promise is late or not kept: who is told, and what is put right or paid. */
final class RemedyWords {
    private final Phrases phrases;

    RemedyWords(Phrases phrases) {
        this.phrases = phrases;
    }

    void tell(Entries clause, List<String> sentences) {
        clause.groups("escalate").forEach(step -> sentences.add(step(step.text("at"), phrases.label(step.text("to")))));
        for (Entries remedy : clause.groups("remedy")) {
            String kind = "remedy." + remedy.text("kind");
            sentences.add(remedy.findText("within")
                    .map(within -> phrases.say(kind + ".within", phrases.length(within)))
                    .orElse(phrases.say(kind)));
            tellMoney(remedy, sentences);
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

    private void tellMoney(Entries remedy, List<String> sentences) {
        remedy.findText("claim").ifPresent(claim -> sentences.add(phrases.say("claim." + claim)));
        remedy.findText("first").ifPresent(amount -> sentences.add(phrases.say("first", money(amount))));
        remedy.findEntries("further")
                .ifPresent(further -> sentences.add(phrases.say(
                        "further." + further.text("count"),
                        money(further.text("amount")),
                        phrases.length(further.text("per")))));
        remedy.findEntries("cap").ifPresent(cap -> tellCap(cap, sentences));
        remedy.findText("pay_within")
                .ifPresent(length -> sentences.add(phrases.say("pay_within", phrases.length(length))));
        remedy.findText("late_payment").ifPresent(amount -> sentences.add(phrases.say("late_payment", money(amount))));
    }

    /** The year a cap is counted in belongs to households and clauses; a report has no year of its own. */
    private void tellCap(Entries cap, List<String> sentences) {
        String year = cap.findText("each").map(each -> "." + each).orElse("");
        for (String kind : List.of("per_report", "per_household", "per_clause")) {
            String ending = kind.equals("per_report") ? "" : year;
            cap.findText(kind).ifPresent(amount -> sentences.add(phrases.say("cap." + kind + ending, money(amount))));
        }
    }

    private String money(String amount) {
        return phrases.say("money", amount);
    }
}
