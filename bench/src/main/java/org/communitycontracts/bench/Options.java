package org.communitycontracts.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What to measure.
 *
 * @param reports how many synthetic reports
 * @param drafts how many standards each is judged by
 * @param rounds how often each engine runs, after one round to warm up
 * @param sample how many of the reports the slow engines run on; their times are scaled up
 * @param shuffled reports in no order, instead of the order in which they were made
 * @param isAlone without the rivals, for numbers of reports that only the engine has room for
 * @param isGrowth how time and memory grow up to that many reports from a thirtieth of them on, instead of a race
 * @param seed of the reports
 */
record Options(
        int reports,
        int drafts,
        int rounds,
        int sample,
        boolean shuffled,
        boolean isAlone,
        boolean isGrowth,
        long seed) {
    static final String USAGE =
            "Usage: ./bench/engine [--reports N] [--drafts M] [--rounds R] [--sample S] [--shuffled] [--alone] [--growth] [--seed X]";
    private static final List<String> FLAGS = List.of("--shuffled", "--alone", "--growth");
    private static final Map<String, Integer> DEFAULTS =
            Map.of("--reports", 10_000_000, "--drafts", 1, "--rounds", 5, "--sample", 200_000, "--seed", 1);

    /** Reads the words of the command line; a word it does not know, or a number that is none, is refused. */
    static Options parse(String... words) {
        Options options = new Options(
                number("--reports", words),
                number("--drafts", words),
                number("--rounds", words),
                number("--sample", words),
                Arrays.asList(words).contains("--shuffled"),
                Arrays.asList(words).contains("--alone"),
                Arrays.asList(words).contains("--growth"),
                number("--seed", words));
        refuseUnknown(words);
        return options;
    }

    /** The same with another number of reports. */
    Options withReports(int other) {
        return new Options(other, drafts, rounds, sample, shuffled, isAlone, isGrowth, seed);
    }

    private static int number(String name, String... words) {
        int at = Arrays.asList(words).indexOf(name);
        if (at < 0) {
            return DEFAULTS.getOrDefault(name, 1);
        }
        String number = at + 1 < words.length ? words[at + 1].replace("_", "") : "";
        if (!number.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException(name + " takes a number from 1 to 999999999");
        }
        return Integer.parseInt(number);
    }

    private static void refuseUnknown(String... words) {
        for (int i = 0; i < words.length; i += DEFAULTS.containsKey(words[i]) ? 2 : 1) {
            if (!DEFAULTS.containsKey(words[i]) && !FLAGS.contains(words[i])) {
                throw new IllegalArgumentException("\"" + words[i] + "\" is no option");
            }
        }
    }
}
