package org.communitycontracts.standards.open311;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.communitycontracts.reporting.PublicReports.Between;
import org.communitycontracts.reporting.PublicReports.PageOf;
import org.communitycontracts.web.Words;
import org.jspecify.annotations.Nullable;

/** The fields of one question, read one by one; whatever is wrong with them is kept, to be told all at once. */
final class Asked {
    private static final int MOST_NAMES = 1_000;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final Map<String, String[]> fields;
    private final Words words;
    private final List<Answer.Fault> faults = new ArrayList<>();

    Asked(Map<String, String[]> fields, Words words) {
        this.fields = fields;
        this.words = words;
    }

    List<Answer.Fault> faults() {
        return faults;
    }

    void fault(int code, String sentence, Object... fillings) {
        faults.add(new Answer.Fault(code, words.of(sentence, fillings)));
    }

    /** The one value of a field; null when it is missing or empty. */
    @Nullable
    String text(String field) {
        List<String> all = list(field);
        return all.isEmpty() ? null : all.getFirst();
    }

    /** What somebody wrote in a field, in one line or many; empty when it is missing, and a fault when it is longer than this. */
    String written(String field, int longest) {
        String[] values = fields.getOrDefault(field, new String[0]);
        String text = values.length == 0 ? "" : values[0].strip();
        if (text.length() > longest) {
            fault(400, "too-much", field, longest);
            return "";
        }
        return text.codePoints()
                .filter(point -> point == '\n' || !Character.isISOControl(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** All values of a field, which may be given several times and hold several with commas between. */
    List<String> list(String field) {
        List<String> values = Arrays.stream(fields.getOrDefault(field, new String[0]))
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        if (values.size() > MOST_NAMES) {
            fault(400, "too-many", field, MOST_NAMES);
            return List.of();
        }
        return values;
    }

    /** True for open, false for closed, null when both or neither was asked for. */
    @Nullable
    Boolean isOpen() {
        List<String> statuses = list("status");
        statuses.stream()
                .filter(status -> !status.equals("open") && !status.equals("closed"))
                .forEach(status -> fault(400, "bad-status", quoted(status)));
        return statuses.size() == 1 ? Boolean.valueOf(statuses.getFirst().equals("open")) : null;
    }

    /** The moment a field names; null when it is missing, or wrong, which is then a fault. */
    @Nullable
    Instant moment(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            // A plus sign in an address means a space, and many programs forget to write it as %2B.
            Instant moment = OffsetDateTime.parse(text.replaceFirst(" (?=\\d\\d:\\d\\d$)", "+"))
                    .toInstant();
            if (!moment.isBefore(EARLIEST) && moment.isBefore(LATEST)) {
                return moment;
            }
        } catch (DateTimeException _) {
            // said below
        }
        fault(400, "bad-date", field, quoted(text));
        return null;
    }

    /** A stretch of time between two fields. */
    Between between(String first, String last) {
        Instant from = moment(first);
        Instant until = moment(last);
        if (from != null && until != null && from.isAfter(until)) {
            fault(400, "wrong-way-round", first, last);
        }
        return new Between(from, until);
    }

    /** The same, never longer than this; with one end given the other follows from it, with none it is the latest such time. */
    Between between(String first, String last, Duration longest, Instant now) {
        Between asked = between(first, last);
        Instant from = asked.first();
        Instant until = asked.last();
        if (from != null && until != null) {
            if (Duration.between(from, until).compareTo(longest) > 0) {
                fault(400, "too-long", first, last, longest.toDays());
            }
            return asked;
        }
        if (from != null) {
            return new Between(from, from.plus(longest));
        }
        Instant end = until == null ? now : until;
        return new Between(end.minus(longest), until);
    }

    /** The page asked for. */
    PageOf page(int size) {
        long number = number("page", 1);
        long each = number("page_size", size);
        if (each > PageOf.MOST) {
            fault(400, "large-page", PageOf.MOST);
        } else if (number > PageOf.FURTHEST / Math.max(1, each)) {
            fault(400, "far-page", PageOf.FURTHEST);
        }
        return faults.isEmpty() ? new PageOf((int) number, (int) each) : new PageOf(1, 1);
    }

    private long number(String field, long otherwise) {
        String text = text(field);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[1-9]\\d{0,8}")) {
            fault(400, "bad-number", field, quoted(text));
            return otherwise;
        }
        return Long.parseLong(text);
    }

    /** What somebody wrote, short enough to be told back. */
    static String quoted(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
