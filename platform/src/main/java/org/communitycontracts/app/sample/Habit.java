package org.communitycontracts.app.sample;

import java.util.List;
import java.util.Locale;

/**
 * How often one kind of problem is reported in one area, and how its provider usually behaves: a row of habits.csv.
 *
 * @param area the slug of the area
 * @param category the category of the reports
 * @param by the party that answers
 * @param team whose hours the work takes
 * @param stop the event of the first thing done
 * @param usual hours of the team's time until then
 * @param spread of the logarithm of that time
 * @param then the event that comes after it; empty when none does
 * @param thenUsual hours of the team's time between the two
 * @param aMonth reports in an average month
 * @param season when they come
 * @param pace how the provider's speed changes
 * @param hold the kind of waiting that happens: asked, home, network or none
 */
record Habit(
        String area,
        String category,
        String by,
        Team team,
        String stop,
        double usual,
        double spread,
        String then,
        double thenUsual,
        double aMonth,
        Season season,
        Pace pace,
        String hold) {
    private static final List<String> INDOORS =
            List.of("repairs", "damp", "question", "noise", "antisocial-behaviour", "missed-bin");

    static Habit parse(String row) {
        List<String> cells = List.of(row.split(",", -1));
        return new Habit(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                Team.valueOf(word(cells.get(3))),
                cells.get(4),
                Double.parseDouble(cells.get(5)),
                Double.parseDouble(cells.get(6)),
                cells.get(7),
                cells.get(8).isEmpty() ? 0 : Double.parseDouble(cells.get(8)),
                Double.parseDouble(cells.get(9)),
                Season.valueOf(word(cells.get(10))),
                Pace.valueOf(word(cells.get(11))),
                cells.get(12));
    }

    /** Whether two neighbours can see and report the same thing. */
    boolean isSeenByMany() {
        return !INDOORS.contains(category);
    }

    private static String word(String cell) {
        return cell.toUpperCase(Locale.ROOT);
    }
}
