package org.communitycontracts.contracts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file, so that a reader is told everything at once. */
final class Faults {
    private static final int MOST = 500;
    private static final int LONGEST_QUOTE = 60;

    private final String file;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Node.Place> places = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    void add(Node.Place place, String message, String whatToWrite) {
        if (faults.size() < MOST) {
            faults.add(new Fault(file, place.line(), place.column(), place.path(), message, whatToWrite));
            places.add(place);
        } else if (faults.size() == MOST) {
            faults.add(new Fault(
                    file,
                    place.line(),
                    place.column(),
                    "",
                    "There are more faults after these " + MOST + ".",
                    "Put these right first."));
        }
    }

    /** Whether so much is wrong that nothing more is told. */
    boolean isFull() {
        return faults.size() > MOST;
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /** Whether a fault lies on this value itself: then what is inside it was not looked at. */
    boolean isOn(Node node) {
        return isFull() || places.contains(node.place());
    }

    /** Whether no fault lies in this value or anywhere inside it. */
    boolean isSound(Node node) {
        return !isFull() && places.stream().noneMatch(place -> place.isIn(node.place()));
    }

    /** All faults in the order of the file. */
    List<Fault> list() {
        return faults.stream()
                .sorted(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column))
                .toList();
    }

    /** The text of the file as a message quotes it: in back quotes, on one line, and never long. */
    static String quote(String text) {
        String line = text.replaceAll("\\s+", " ");
        boolean isLong = line.codePointCount(0, line.length()) > LONGEST_QUOTE;
        return "`" + (isLong ? line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "…" : line) + "`";
    }

    /** Several words as a message lists them: {@code `a`, `b` or `c`}. */
    static String list(List<String> words, String beforeLast) {
        List<String> quoted = words.stream().map(Faults::quote).toList();
        return quoted.size() < 2
                ? String.join("", quoted)
                : String.join(", ", quoted.subList(0, quoted.size() - 1)) + " " + beforeLast + " " + quoted.getLast();
    }
}
