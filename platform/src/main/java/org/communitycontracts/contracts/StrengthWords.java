package org.communitycontracts.contracts;

import java.util.List;
import java.util.Optional;
import org.communitycontracts.contracts.Node.Entries;

/** Tells how strongly something is promised, and which share of it must be kept. */
final class StrengthWords {
    private final Phrases phrases;
    private final DutyWords duties;

    StrengthWords(Phrases phrases, DutyWords duties) {
        this.phrases = phrases;
        this.duties = duties;
    }

    void tell(Entries clause, List<String> sentences) {
        Optional<String> strength = clause.findText("strength");
        Optional<Entries> target = clause.findEntries("target");
        strength.ifPresent(word -> sentences.add(phrases.say("strength." + word)));
        target.ifPresent(share -> tellTarget(share, clause, sentences));
        if (target.isEmpty() && strength.isEmpty() && clause.text("duty").equals("respond")) {
            sentences.add(phrases.say("target.none"));
        }
    }

    private void tellTarget(Entries target, Entries clause, List<String> sentences) {
        int share = target.findNumber("share")
                .or(() -> target.findNumber("percentile"))
                .orElseThrow();
        sentences.add(phrases.say((clause.has("time") ? "time.share." : "target.") + target.text("over"), share));
        target.findText("within")
                .ifPresent(within -> sentences.add(phrases.say("target.within", phrases.length(within))));
        duties.tellLeast(target, sentences);
    }
}
