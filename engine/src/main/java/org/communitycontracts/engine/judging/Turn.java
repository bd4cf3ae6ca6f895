package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An entry that may turn the course of a case: a change of category, the word of somebody who agrees to one, or a handover (S8, S9).
 *
 * @param said the entry
 * @param kind which of them it is
 */
record Turn(Happening said, Kind kind) {
    private static final String RECATEGORISED = "recategorised";
    private static final String AGREED = "agreed";

    /** At equal times in this order: an agreement is to the change before it. */
    enum Kind {
        HANDOVER,
        CHANGE_OF_CATEGORY,
        AGREEMENT
    }

    /**
     * All of one story, in order. What was said of the category before the
     * report was made is no change: the report is the later word.
     */
    static List<Turn> listOf(Timeline story, AsOf asOf) {
        List<Turn> turns = new ArrayList<>();
        Instant reported = story.reported().map(Happening::at).orElse(Instant.MAX);
        story.own(RECATEGORISED)
                .filter(said -> !said.at().isBefore(reported))
                .map(said -> new Turn(said, Kind.CHANGE_OF_CATEGORY))
                .forEach(turns::add);
        story.own(AGREED)
                .filter(said -> !said.at().isBefore(reported))
                .map(said -> new Turn(said, Kind.AGREEMENT))
                .forEach(turns::add);
        story.own(Custodies.ACCEPTED).map(said -> new Turn(said, Kind.HANDOVER)).forEach(turns::add);
        return turns.stream()
                .filter(turn -> !turn.moment().isAfter(asOf.valid()))
                .sorted(Comparator.comparing(Turn::moment)
                        .thenComparing(Turn::kind)
                        .thenComparing(Turn::said, Timeline.ORDER))
                .toList();
    }

    /** When it takes effect: an agreement and a handover not before they were written down. */
    Instant moment() {
        return kind == Kind.CHANGE_OF_CATEGORY ? said.at() : said.since();
    }
}
