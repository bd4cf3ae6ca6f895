package org.communitycontracts.contracts;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.communitycontracts.contracts.Node.Entry;
import org.communitycontracts.contracts.Node.Place;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * The part of YAML a contract is written in: texts, lists and groups of keys, each with its place. No aliases, no tags, no
 * key twice, 40 levels at most; every scalar stays the text that was written.
 */
final class YamlText {
    private static final int DEEPEST = 40;

    private final Faults faults;
    private final Iterator<Event> events;

    private YamlText(Iterator<Event> events, Faults faults) {
        this.events = events;
        this.faults = faults;
    }

    /** The tree of the file; empty, with at least one fault, when there is none. */
    static Optional<Node> read(byte[] bytes, Faults faults) {
        Optional<Node> tree = PlainText.read(bytes, faults).flatMap(text -> parse(text, faults));
        return faults.isEmpty() ? tree : Optional.empty();
    }

    /** The parser's door: whatever it throws becomes a fault. */
    private static Optional<Node> parse(String text, Faults faults) {
        try {
            LoadSettings settings = LoadSettings.builder().build();
            return Optional.of(
                    new YamlText(new Parse(settings).parseString(text).iterator(), faults).document());
        } catch (TooDeep tooDeep) {
            faults.add(
                    tooDeep.place,
                    "Here the file is more than " + DEEPEST + " levels deep.",
                    "A contract needs no more than six.");
        } catch (MarkedYamlEngineException problem) {
            YamlProblem.tell(problem, faults);
        } catch (RuntimeException | StackOverflowError problem) {
            faults.add(Place.at(1, 1), "This file is not YAML that can be read.", "");
        }
        return Optional.empty();
    }

    private Node document() {
        Event event = events.next();
        while (!(event instanceof NodeEvent)) {
            if (event.getEventId() == Event.ID.StreamEnd) {
                PlainText.refuseEmpty(faults);
                return new Node.Items(Place.at(1, 1), List.of());
            }
            event = events.next();
        }
        Node root = node(event, placeOf(event), 1);
        if (root instanceof Node.Text text && text.isBlank()) {
            PlainText.refuseEmpty(faults);
        }
        events.next();
        Event after = events.next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            faults.add(
                    placeOf(after),
                    "A second document begins here; one file is one version of one contract.",
                    "Leave out the line `---` and put the second contract into its own file.");
        }
        return root;
    }

    private Node node(Event event, Place place, int depth) {
        if (depth > DEEPEST) {
            throw new TooDeep(place);
        }
        if (event instanceof NodeEvent named) {
            refuseAnchor(named, place);
        }
        return switch (event) {
            case ScalarEvent scalar -> text(scalar, place);
            case CollectionStartEvent start when start.getEventId() == Event.ID.SequenceStart -> items(place, depth);
            case CollectionStartEvent start -> entries(place, depth);
            default -> new Node.Text(place, "", true);
        };
    }

    private void refuseAnchor(NodeEvent event, Place place) {
        Optional<String> tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent start -> start.getTag();
            default -> Optional.empty();
        };
        if (event instanceof AliasEvent) {
            faults.add(
                    place,
                    "A contract has no aliases, and no text begins with `*`.",
                    "Write out here what is meant, or put the text in quotes.");
        } else if (event.getAnchor().isPresent()) {
            faults.add(
                    place,
                    "A contract has no anchors, and no text begins with `&`.",
                    "Leave the name out, or put the text in quotes.");
        } else if (tag.isPresent()) {
            faults.add(
                    place, "A contract has no tags: a word that begins with `!`.", "Leave it out, or quote the text.");
        }
    }

    private Node text(ScalarEvent scalar, Place place) {
        String text = scalar.getValue();
        OptionalInt hidden =
                text.codePoints().filter(letter -> !PlainText.isVisible(letter)).findFirst();
        hidden.ifPresent(letter -> faults.add(
                place,
                "The character " + PlainText.name(letter) + " cannot be seen, so it cannot be signed.",
                "Take it out."));
        return new Node.Text(place, text, scalar.isPlain());
    }

    private Node items(Place place, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            Mark mark = markOf(event);
            items.add(node(event, place.item(mark.getLine() + 1, mark.getColumn() + 1, items.size()), depth + 1));
        }
        return new Node.Items(place, items);
    }

    private Node entries(Place place, int depth) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Node key = node(event, placeIn(place, event, ""), depth + 1);
            String name = key instanceof Node.Text(Place here, String text, boolean plain) ? text : "";
            Event next = events.next();
            Node value = node(next, placeIn(place, next, name), depth + 1);
            if (!(key instanceof Node.Text)) {
                faults.add(key.place(), "A key is one word, not " + key.kind() + ".", "");
                continue;
            }
            Entry first = entries.putIfAbsent(name, new Entry(placeIn(place, event, name), value));
            if (first != null) {
                faults.add(
                        placeIn(place, event, name),
                        "The key " + Faults.quote(name) + " stands here a second time; the first is in line "
                                + first.key().line() + ".",
                        "Keep one of the two.");
            }
        }
        return new Node.Entries(place, entries);
    }

    private static Place placeOf(Event event) {
        Mark mark = markOf(event);
        return Place.at(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Place placeIn(Place around, Event event, String key) {
        Mark mark = markOf(event);
        return around.key(mark.getLine() + 1, mark.getColumn() + 1, key);
    }

    private static Mark markOf(Event event) {
        return event.getStartMark().orElseThrow();
    }

    /** Ends the walk before the machine's stack does. */
    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Place place;

        TooDeep(Place place) {
            super(null, null, false, false);
            this.place = place;
        }
    }
}
