package org.communitycontracts.house;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The list of floors: this is the architecture. An arrow may only point to a lower floor. */
final class Floors {
    static final List<Set<String>> FROM_THE_GROUND = List.of(
            Set.of("web", "store", "post", "acts"),
            Set.of("permissions"),
            Set.of("places"),
            Set.of("people"),
            Set.of("reporting", "walkabouts", "gatherings", "surveys", "petitions"),
            Set.of("priorities", "governance"),
            Set.of("contracts"),
            Set.of("standards"),
            Set.of("redress"),
            Set.of("scoreboard", "news"),
            Set.of("review"),
            Set.of("evaluation"),
            Set.of("practice"),
            Set.of("app"));

    private static final Map<String, Integer> FLOOR_OF = new TreeMap<>();

    static {
        for (int floor = 0; floor < FROM_THE_GROUND.size(); floor++) {
            for (String room : FROM_THE_GROUND.get(floor)) {
                FLOOR_OF.put(room, floor);
            }
        }
    }

    private Floors() {}

    static boolean isRoom(String name) {
        return FLOOR_OF.containsKey(name);
    }

    static boolean isDownward(String from, String to) {
        return from.equals(to) || FLOOR_OF.get(from) > FLOOR_OF.get(to);
    }
}
