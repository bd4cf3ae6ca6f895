package org.communitycontracts.acts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Goes along the lines of a record's file and tells every fault with its line. */
final class ChainCheck {
    private static final int NOWHERE = 0;

    private final BiConsumer<Integer, String> faults;
    private final Map<Long, List<Head>> heads;
    private final Map<String, Integer> missing = new LinkedHashMap<>();
    private final Map<String, Integer> given = new HashMap<>();
    private final Set<String> erased = new HashSet<>();
    private @Nullable Long council;
    private long number;
    private String hash = Entry.BEGINNING;

    /**
     * Ready for the first line.
     *
     * @param heads the heads to hold the record against
     * @param faults told the line, from 1 on or 0 for the file as a whole, and what is wrong there
     */
    ChainCheck(List<Head> heads, BiConsumer<Integer, String> faults) {
        this.faults = faults;
        this.heads = new HashMap<>();
        heads.forEach(head -> this.heads
                .computeIfAbsent(head.number(), _ -> new ArrayList<>())
                .add(head));
    }

    long number() {
        return number;
    }

    int erased() {
        return missing.size();
    }

    /** The next line, without its end. */
    void take(int at, String text) {
        RecordLine line = parsed(at, text);
        if (line != null) {
            checkCouncil(at, line.entry().council());
            checkChain(at, line);
            checkHeads(at, line);
            checkOpenings(at, line);
        }
    }

    private @Nullable RecordLine parsed(int at, String text) {
        try {
            JsonNode json = JsonMapper.shared().readTree(text);
            if (json.has("stray")) {
                faults.accept(at, "This hangs on nothing: " + json.path("stray").asString() + ".");
                return null;
            }
            RecordLine line = RecordLine.parse(text);
            if (!line.json().equals(text)) {
                faults.accept(at, "The line is not written as the record writes it.");
            }
            return line;
        } catch (RuntimeException _) {
            faults.accept(at, "The line cannot be read as an act.");
            return null;
        }
    }

    private void checkCouncil(int at, long of) {
        if (council == null) {
            council = of;
        } else if (council != of) {
            faults.accept(at, "The act is of council " + of + ", the record of council " + council + ".");
        }
    }

    private void checkChain(int at, RecordLine line) {
        if (line.number() != number + 1) {
            faults.accept(at, "Number " + line.number() + " follows number " + number + ".");
        }
        if (!line.before().equals(hash)) {
            faults.accept(at, "Number " + line.number() + " does not go on from the line before it.");
        }
        if (!line.entry().digest(line.number(), line.before()).equals(line.hash())) {
            faults.accept(at, "Number " + line.number() + " was changed: its content does not give its hash.");
        }
        number = line.number();
        hash = line.hash();
    }

    private void checkHeads(int at, RecordLine line) {
        for (Head head : heads.getOrDefault(line.number(), List.of())) {
            if (!head.hash().equals(line.hash())) {
                faults.accept(
                        at, "Number " + line.number() + " is not what the head of " + head.day() + " was signed for.");
            }
        }
    }

    private void checkOpenings(int at, RecordLine line) {
        Map<String, Commitment> openings = line.openings();
        if (openings == null) {
            return;
        }
        Map<String, String> commitments = line.entry().commitments();
        openings.forEach((place, opening) -> {
            if (!opening.digest().equals(commitments.get(place))) {
                faults.accept(at, "“" + place + "” of number " + line.number() + " is not what was kept.");
            }
        });
        for (String place : commitments.keySet()) {
            (openings.containsKey(place) ? given : missing).put(line.entry().id() + "/" + place, at);
        }
        Commitment list = openings.get(Entry.OPENINGS);
        if (list != null && line.entry().verb().equals(Entry.ERASED)) {
            list.value().lines().forEach(erased::add);
        }
    }

    /** After the last line: what only the whole can tell. */
    void end() {
        missing.forEach((opening, at) -> {
            if (!erased.contains(opening)) {
                faults.accept(at, "“" + place(opening) + "” is missing, and no erasure took it away.");
            }
        });
        given.forEach((opening, at) -> {
            if (erased.contains(opening)) {
                faults.accept(at, "“" + place(opening) + "” was erased, and yet it stands here.");
            }
        });
        heads.values().forEach(same -> same.forEach(this::checkEnd));
    }

    private void checkEnd(Head head) {
        if (council != null && head.council() != council) {
            faults.accept(
                    NOWHERE,
                    "The head of " + head.day() + " is of council " + head.council() + ", not " + council + ".");
        } else if (head.number() > number) {
            faults.accept(
                    NOWHERE,
                    "The record ends at number " + number + ", and the head of " + head.day()
                            + " was signed for number " + head.number() + ".");
        }
    }

    private static String place(String opening) {
        return opening.substring(opening.indexOf('/') + 1);
    }
}
