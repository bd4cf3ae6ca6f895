package org.communitycontracts.reporting;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.communitycontracts.engine.judging.Happening;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads one line of a file of happenings; whatever is wrong with it is a fault in plain words. */
final class HappeningsText {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_-]{0,39}");
    private static final int LONGEST_REPORT = 100;
    private static final int MOST_FACTS = 100;
    private static final String FACTS = "facts";
    private static final Set<String> OF_HAPPENING = Set.of("report", "event", "at", "recorded", "by", FACTS);
    private static final Set<String> OF_NOTICE = Set.of("event", "from", "until", "declared", "by");
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(4)
                    .maxNumberLength(40)
                    .maxNameLength(100)
                    .build())
            .build();

    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, String> facts = new TreeMap<>();

    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String because) {
            super(because, null, false, false);
        }
    }

    private HappeningsText() {}

    /** The line read; null when it holds nothing but spaces. */
    static @Nullable HappeningsLine parse(byte[] bytes, long line) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String plain = line == 1 && text.startsWith("\ufeff") ? text.substring(1) : text;
            return plain.isBlank() ? null : new HappeningsText().read(plain);
        } catch (CharacterCodingException fault) {
            return new HappeningsLine.Fault(line, "The line is not text in UTF-8");
        } catch (JacksonException fault) {
            return new HappeningsLine.Fault(line, "This is not a JSON object: " + problem(fault));
        } catch (Wrong wrong) {
            return new HappeningsLine.Fault(line, String.valueOf(wrong.getMessage()));
        }
    }

    private static String problem(JacksonException fault) {
        int column = fault.getLocation() == null ? 0 : fault.getLocation().getColumnNr();
        String said = String.valueOf(fault.getOriginalMessage());
        String kind = said.startsWith("Duplicate")
                ? "a key stands twice"
                : said.contains("depth") ? "it is nested too deep" : "it breaks the rules of JSON";
        return column > 0 ? kind + " near character " + column : kind;
    }

    private HappeningsLine read(String text) throws Wrong {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new Wrong("This is not a JSON object: a line begins with { and ends with }");
            }
            String name;
            while ((name = json.nextName()) != null) {
                read(json, name);
            }
            if (json.nextToken() != null) {
                throw new Wrong("Something stands after the closing } of the line");
            }
        }
        return new HappeningsLine.Told(isNotice() ? notice() : happening());
    }

    private boolean isNotice() {
        return Stream.of("from", "until", "declared").anyMatch(fields::containsKey);
    }

    private void read(JsonParser json, String name) throws Wrong {
        JsonToken value = json.nextToken();
        if (FACTS.equals(name)) {
            if (value != JsonToken.START_OBJECT) {
                throw new Wrong("`facts` is an object of names and plain values");
            }
            readFacts(json);
            fields.put(FACTS, "");
        } else if (value == JsonToken.VALUE_STRING) {
            fields.put(name, String.valueOf(json.getString()));
        } else if (value != JsonToken.VALUE_NULL) {
            throw new Wrong("`" + shown(name) + "` is a text");
        }
    }

    private void readFacts(JsonParser json) throws Wrong {
        String name;
        while ((name = json.nextName()) != null) {
            JsonToken value = json.nextToken();
            if (!value.isScalarValue()) {
                throw new Wrong("The fact `" + shown(name) + "` is a plain value: a text, a number, true or false");
            }
            if (value != JsonToken.VALUE_NULL) {
                facts.put(name, String.valueOf(json.getString()));
            }
        }
        if (facts.size() > MOST_FACTS) {
            throw new Wrong("A happening has at most " + MOST_FACTS + " facts");
        }
    }

    private Happening happening() throws Wrong {
        refuseOthers(OF_HAPPENING);
        String report = fields.get("report");
        if (report != null && (report.isBlank() || report.length() > LONGEST_REPORT)) {
            throw new Wrong("`report` is a name of 1 to " + LONGEST_REPORT + " characters");
        }
        Instant at = moment("at");
        if (at == null) {
            throw new Wrong("The key `at` is missing: when did it happen?");
        }
        Instant recorded = moment("recorded");
        return new Happening(report, event(), at, recorded == null ? at : recorded, party(), facts);
    }

    /** Whole local days, the last not in it. */
    private Happening notice() throws Wrong {
        refuseOthers(OF_NOTICE);
        LocalDate from = day("from");
        LocalDate until = day("until");
        if (until.isBefore(from)) {
            throw new Wrong("`until` lies before `from`");
        }
        if (until.equals(from)) {
            throw new Wrong("`until` is the first day no longer in the notice, so it lies after `from`");
        }
        Instant declared = moment("declared");
        if (declared == null) {
            throw new Wrong("The key `declared` is missing: when was this notice given?");
        }
        return new Happening(
                null, event(), declared, declared, party(), Map.of("from", from.toString(), "until", until.toString()));
    }

    private void refuseOthers(Set<String> known) throws Wrong {
        for (String name : fields.keySet()) {
            if (!known.contains(name)) {
                throw new Wrong("`" + shown(name) + "` is not a key of a line. The keys are: "
                        + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    private String event() throws Wrong {
        String event = fields.get("event");
        if (event == null) {
            throw new Wrong("The key `event` is missing: what happened?");
        }
        return word("event", event);
    }

    private @Nullable String party() throws Wrong {
        String by = fields.get("by");
        return by == null ? null : word("by", by);
    }

    private static String word(String key, String text) throws Wrong {
        if (!WORD.matcher(text).matches()) {
            throw new Wrong("`" + key + "` is \"" + shown(text)
                    + "\", but should be a word of small letters, digits, - and _, at most 40, a letter first");
        }
        return text;
    }

    private @Nullable Instant moment(String key) throws Wrong {
        String text = fields.get(key);
        if (text == null) {
            return null;
        }
        try {
            OffsetDateTime moment = OffsetDateTime.parse(text);
            mustBeOurs(key, moment.getYear(), text);
            return moment.toInstant();
        } catch (DateTimeException fault) {
            throw new Wrong("`" + key + "` is \"" + shown(text)
                    + "\", but should be a time with its offset, such as 2026-06-02T10:00:00Z"
                    + " or 2026-06-02T11:00:00+01:00");
        }
    }

    private static void mustBeOurs(String key, int year, String text) throws Wrong {
        if (year < 1900 || year >= 2200) {
            throw new Wrong("`" + key + "` is not in a year of our time: \"" + shown(text) + '"');
        }
    }

    private LocalDate day(String key) throws Wrong {
        String text = fields.get(key);
        try {
            if (text != null) {
                LocalDate day = LocalDate.parse(text);
                mustBeOurs(key, day.getYear(), text);
                return day;
            }
        } catch (DateTimeException fault) {
            // Told below, with the date that is missing.
        }
        throw new Wrong("`" + key + "` should be a date, such as 2026-06-03");
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() > 40 ? line.substring(0, 40) + "…" : line;
    }
}
