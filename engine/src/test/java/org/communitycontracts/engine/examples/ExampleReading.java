package org.communitycontracts.engine.examples;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.judging.Happening;

/** Reads one example, line by line. */
final class ExampleReading {
    private final List<Group> versions = new ArrayList<>();
    private final List<Happening> happens = new ArrayList<>();
    private final List<Expected> expected = new ArrayList<>();
    private Map<String, Object> settings = new LinkedHashMap<>();
    private Instant asOf = Instant.MIN;
    private Instant knownAsOf;
    private String part = "";
    private boolean isAll = true;

    ExampleReading(Instant allKnown) {
        this.knownAsOf = allKnown;
    }

    void take(String line) {
        if (line.isBlank()) {
            return;
        }
        if (line.startsWith("  ")) {
            takePart(line.strip());
            return;
        }
        int colon = line.indexOf(':');
        String key = line.substring(0, colon);
        String value = line.substring(colon + 1).strip();
        part = key;
        switch (key) {
            case "happens", "expect" -> {}
            case "as of" -> asOf = HappeningLine.moment(value);
            case "known as of" -> knownAsOf = HappeningLine.moment(value);
            case "version" -> begin();
            default -> settings.put(key, Settings.read(value));
        }
    }

    Example example(String name) {
        begin();
        return new Example(
                name, List.copyOf(versions), List.copyOf(happens), asOf, knownAsOf, List.copyOf(expected), isAll);
    }

    private void takePart(String line) {
        if (part.equals("happens")) {
            happens.addAll(HappeningLine.read(line));
        } else if (line.equals("...")) {
            isAll = false;
        } else if (line.startsWith("because ")) {
            expected.add(expected.removeLast().because(line.substring("because ".length())));
        } else {
            expected.add(Expected.read(line));
        }
    }

    private void begin() {
        if (!settings.isEmpty()) {
            versions.add(new Group(settings));
            settings = new LinkedHashMap<>();
        }
    }
}
