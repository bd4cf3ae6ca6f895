package org.communitycontracts.engine.judging;

import static org.communitycontracts.engine.clock.Calendars.LONDON;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells one report's story in London's wall-clock time, for tests. */
public final class Story {
    private final List<Happening> happenings = new ArrayList<>();

    public Story() {}

    /** A report made by the resident. */
    public static Story reported(String at) {
        return reported(at, Map.of("category", "flytip"));
    }

    public static Story reported(String at, Map<String, String> facts) {
        return new Story().tell("reported", at, at, "residents", facts);
    }

    /** Written down as it happened, by the council. */
    public Story then(String event, String at) {
        return tell(event, at, at, "council", Map.of());
    }

    /** Done or said by the resident. */
    public Story resident(String event, String at) {
        return tell(event, at, at, "residents", Map.of());
    }

    /** Written down later by the council. */
    public Story later(String event, String at, String recorded) {
        return tell(event, at, recorded, "council", Map.of());
    }

    public Story tell(String event, String at, String recorded, String by, Map<String, String> facts) {
        happenings.add(new Happening("r1", event, london(at), london(recorded), by, facts));
        return this;
    }

    public List<Happening> happenings() {
        return List.copyOf(happenings);
    }

    /** A moment of London's wall clock; a moment with an offset or Z is taken as it is. */
    public static Instant london(String time) {
        return time.endsWith("Z")
                ? Instant.parse(time)
                : LocalDateTime.parse(time).atZone(LONDON).toInstant();
    }
}
