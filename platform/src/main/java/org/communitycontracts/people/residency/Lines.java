package org.communitycontracts.people.residency;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.communitycontracts.web.Words;

/**
 * What was typed, one thing a line: what was read, or what is wrong with which line. Blank lines count for nothing.
 *
 * @param wrongs sentences, the first ten
 */
record Lines<T>(String typed, List<T> read, List<String> wrongs) {
    private static final int MOST = 500;
    private static final int MOST_WRONGS = 10;

    Lines {
        read = List.copyOf(read);
        wrongs = List.copyOf(wrongs);
    }

    static Lines<String> blank() {
        return new Lines<>("", List.of(), List.of());
    }

    static <T> Lines<T> of(String typed, Function<String, Optional<T>> reader, String wrong, Words words) {
        List<T> read = new ArrayList<>();
        List<String> wrongs = new ArrayList<>();
        String[] lines = typed.split("\\R", -1);
        for (int at = 0; at < lines.length; at++) {
            if (lines[at].isBlank()) {
                continue;
            }
            Optional<T> one = reader.apply(lines[at]);
            one.ifPresent(read::add);
            if (one.isEmpty() && wrongs.size() < MOST_WRONGS) {
                wrongs.add(words.of(wrong, at + 1, lines[at].strip()));
            }
        }
        if (read.size() > MOST) {
            wrongs.add(words.of("wrong.many"));
        }
        if (read.isEmpty() && wrongs.isEmpty()) {
            wrongs.add(words.of("wrong.none"));
        }
        return new Lines<>(typed, read, wrongs);
    }

    boolean isWrong() {
        return !wrongs.isEmpty();
    }
}
