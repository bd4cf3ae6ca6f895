package org.communitycontracts.engine.examples;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitycontracts.engine.judging.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A verdict that is expected: {@code gap 2026-01-06: breached, at 2026-01-28 00:00}. What a line does not say is not asked.
 *
 * @param subject the report, period or window, with {@code gap} before it and {@code cycle 2} after it where that is so
 * @param state met, breached, pending, ...
 * @param rest each further word with what it says: due, at, stopped, start, or so many of so many
 * @param because what the reasons must say; null when that is not asked
 */
record Expected(
        String subject,
        String state,
        List<String> rest,
        @Nullable String because) {
    private static final Pattern LINE = Pattern.compile("(.+): ([a-z]+)((?:, [^,]+)*)");

    static Expected read(String line) {
        Matcher said = LINE.matcher(line);
        if (!said.matches()) {
            throw new IllegalArgumentException("No verdict: " + line);
        }
        List<String> rest = new ArrayList<>();
        for (String word : said.group(3).split(", ", -1)) {
            if (!word.isEmpty()) {
                rest.add(word);
            }
        }
        return new Expected(said.group(1), said.group(2), List.copyOf(rest), null);
    }

    Expected because(String words) {
        return new Expected(subject, state, rest, words);
    }

    /** What is not as expected, in words; empty when all is. */
    String differs(Verdict found) {
        List<String> wrong = new ArrayList<>();
        if (!found.state().name().toLowerCase(Locale.ROOT).equals(state)) {
            wrong.add("it is " + found.state());
        }
        for (String word : rest) {
            if (!holds(word, found)) {
                wrong.add("not " + word);
            }
        }
        if (because != null && found.why().stream().noneMatch(step -> step.contains(because))) {
            wrong.add("the reasons are " + found.why());
        }
        return wrong.isEmpty() ? "" : this + ": " + String.join(", ", wrong) + " in " + found;
    }

    /** How a verdict is named in an example. */
    static String subject(Verdict verdict) {
        return (verdict.clock() == null ? "" : verdict.clock() + " ")
                + verdict.subject()
                + (verdict.cycle() == 1 ? "" : " cycle " + verdict.cycle());
    }

    private static boolean holds(String word, Verdict found) {
        Verdict.Share share = found.share();
        if (word.matches("\\d+ of \\d+")) {
            return share != null && word.equals(share.kept() + " of " + share.counted());
        }
        int blank = word.indexOf(' ');
        Instant moment = HappeningLine.moment(word.substring(blank + 1));
        return Objects.equals(
                moment,
                switch (word.substring(0, blank)) {
                    case "due" -> found.due();
                    case "at" -> found.breachedAt();
                    case "stopped" -> found.stopped();
                    case "start" -> found.start();
                    default -> throw new IllegalArgumentException("Not understood: " + word);
                });
    }
}
