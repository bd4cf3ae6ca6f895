package org.communitycontracts.engine.examples;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitycontracts.engine.clock.Calendars;
import org.communitycontracts.engine.judging.Happening;
import org.jspecify.annotations.Nullable;

/** Reads a line that says what happened: {@code 2026-01-06 10:00 swept by council {street: s1}}. */
final class HappeningLine {
    private static final Pattern LINE =
            Pattern.compile("(?:(\\d+) x )?(\\S+(?: \\d\\d:\\d\\d(?::\\d\\d)?)?) (?:(\\S+): )?([a-z_]+)"
                    + "(?: by (\\w+))?(?: (\\{.*\\}))?(?: written down (.+))?");

    private HappeningLine() {}

    static List<Happening> read(String line) {
        Matcher said = LINE.matcher(line);
        if (!said.matches()) {
            throw new IllegalArgumentException("Nothing that could have happened: " + line);
        }
        int times = said.group(1) == null ? 1 : Integer.parseInt(said.group(1));
        Map<String, String> facts = new TreeMap<>();
        if (said.group(6) != null) {
            Group.of(Settings.read(said.group(6))).settings().forEach((name, fact) -> facts.put(name, (String) fact));
        }
        Instant at = moment(said.group(2));
        Instant recorded = said.group(7) == null ? at : moment(said.group(7));
        List<Happening> all = new ArrayList<>();
        for (int number = 1; number <= times; number++) {
            all.add(new Happening(numbered(said.group(3), number), said.group(4), at, recorded, said.group(5), facts));
        }
        return all;
    }

    /** A moment of London's wall clock; one with Z is taken as it is; a day alone is its first moment. */
    static Instant moment(String text) {
        if (text.endsWith("Z")) {
            return Instant.parse(text);
        }
        String whole = text.contains(" ") ? text.replace(' ', 'T') : text + "T00:00";
        return LocalDateTime.parse(whole).atZone(Calendars.LONDON).toInstant();
    }

    private static @Nullable String numbered(@Nullable String report, int number) {
        return report == null ? null : report.replace("#", Integer.toString(number));
    }
}
