package org.communitycontracts.app.sample;

import java.util.List;
import java.util.Map;

/** The short line a made-up report is known by: "Fly-tip behind Primate Road". */
final class Title {
    private static final List<String> BY_THE_ROAD = List.of("on", "near", "at the end of", "behind");
    private static final List<String> BY_THE_SPOT = List.of("by", "near", "behind", "opposite");
    private static final Map<String, List<String>> WHAT = Map.ofEntries(
            Map.entry(
                    "flytip",
                    List.of(
                            "Fly-tip",
                            "Old mattress dumped",
                            "Black bags dumped",
                            "Fridge dumped",
                            "Builder's rubble dumped")),
            Map.entry("graffiti", List.of("Graffiti", "Tags on a wall", "Paint on a shutter")),
            Map.entry("offensive-graffiti", List.of("Offensive graffiti", "Offensive words on a wall")),
            Map.entry("litter", List.of("Litter", "Overflowing litter bin", "Takeaway boxes all over", "Broken glass")),
            Map.entry(
                    "street-light",
                    List.of("Street light out", "Street light flickering", "Street light on all day", "Two lamps out")),
            Map.entry("dog-fouling", List.of("Dog mess", "Dog mess on the path")),
            Map.entry(
                    "antisocial-behaviour",
                    List.of("Antisocial behaviour", "Nuisance bikes", "Rowdy behaviour at night")),
            Map.entry("noise", List.of("Loud music", "Barking at night", "Noise from building work", "Alarm ringing")),
            Map.entry(
                    "vandalism",
                    List.of(
                            "Broken fence",
                            "Smashed window",
                            "Damaged bench",
                            "Broken door lock",
                            "Damaged bus shelter")),
            Map.entry(
                    "abandoned-vehicle", List.of("Car that looks abandoned", "Van with flat tyres", "Burnt-out moped")),
            Map.entry("pothole", List.of("Pothole", "Sunken drain cover", "Broken paving slab")),
            Map.entry(
                    "missed-bin", List.of("Bin not emptied", "Recycling not collected", "Whole street's bins missed")),
            Map.entry("overgrown", List.of("Overgrown hedge", "Brambles over the path", "Long grass")),
            Map.entry("drug-litter", List.of("Needle", "Needles in a doorway", "Needles in the bushes")),
            Map.entry("damp", List.of("Damp in a bedroom", "Mould in a bathroom", "Water coming in")),
            Map.entry(
                    "repairs",
                    List.of(
                            "Dripping tap",
                            "Broken door",
                            "Radiator not working",
                            "Window will not shut",
                            "Leaking gutter")),
            Map.entry("danger", List.of("Loose wires", "Broken swing chain", "Loose roof tile", "Missing drain cover")),
            Map.entry("question", List.of("Question to the team", "Message to the team", "Question about a meeting")));

    private Title() {}

    static String of(String category, String street, Chance chance) {
        String what = chance.pick(WHAT.getOrDefault(category, List.of("Problem")));
        boolean isSpot = street.startsWith("the ");
        if (category.equals("question")) {
            return what;
        }
        return what + " " + chance.pick(isSpot ? BY_THE_SPOT : BY_THE_ROAD) + " " + street;
    }
}
