package org.communitycontracts.contracts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.communitycontracts.contracts.Node.Place;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in plain words what the YAML parser stumbled over. */
final class YamlProblem {
    /** A part of the parser's own message, and what to tell a person instead: what is wrong, then what to write. */
    private static final Map<String, Said> KNOWN = new LinkedHashMap<>();

    private record Said(String message, String whatToWrite) {}

    static {
        know("TAB", "A tab stands here.", "Use spaces.");
        know(
                "mapping values are not allowed here",
                "There is a second `: ` in this line.",
                "If it belongs to the text, put the whole text in quotes: \"...\".");
        know("undefined alias", "A text cannot begin with `*` here.", "Put the text in quotes.");
        know("alphabetic or numeric", "A text cannot begin with `*` or `&`.", "Put the text in quotes.");
        know("could not find expected ':'", "Here a `:` is missing after a key.", "Write `key: value`.");
        know("unexpected end of stream", "A quotation mark is opened and never closed.", "Close it.");
        know("did not find expected alphabetic", "A text cannot begin with this character.", "Put it in quotes.");
        know("cannot start any token", "A text cannot begin with this character.", "Put the text in quotes.");
        know("expected ',' or ']'", "This list is not closed, or a comma is missing.", "Write `[first, second]`.");
        know(
                "expected ',' or '}'",
                "This group is not closed, or a comma is missing.",
                "Write `{key: value, key: value}`.");
        know(
                "expected <block end>",
                "This line does not line up with those before it.",
                "Indent the keys of one group by the same number of spaces.");
        know(
                "block sequence entries are not allowed",
                "A list item (`- `) cannot stand here.",
                "Put it on a line of its own, indented under its key.");
        know("block mappings are not allowed", "A key cannot stand here.", "Put it on a line of its own.");
        know("mapping keys are not allowed", "A key cannot stand here.", "Put it on a line of its own.");
        know("escape", "After a backslash in double quotes stands a character with no meaning.", "Write `\\\\`.");
        know("hexdecimal", "After this backslash a number of hexadecimal digits is missing.", "Write `\\\\`.");
        know("duplicate anchor", "A contract has no anchors: `&` names something to be copied.", "Leave it out.");
        know("document start", "Here the contract is already complete.", "Check the indentation of this line.");
    }

    private YamlProblem() {}

    static void tell(MarkedYamlEngineException problem, Faults faults) {
        Place place = problem.getProblemMark()
                .or(problem::getContextMark)
                .map(YamlProblem::placeOf)
                .orElse(Place.at(1, 1));
        String said = Optional.ofNullable(problem.getProblem()).orElse("");
        Said advice = KNOWN.entrySet().stream()
                .filter(entry -> said.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(new Said(
                        "From here the file cannot be read as YAML.", "Look at this line and the one before."));
        faults.add(place, advice.message(), advice.whatToWrite());
    }

    private static Place placeOf(Mark mark) {
        return Place.at(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static void know(String said, String message, String whatToWrite) {
        KNOWN.put(said, new Said(message, whatToWrite));
    }
}
