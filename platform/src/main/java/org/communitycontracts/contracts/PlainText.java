package org.communitycontracts.contracts;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.communitycontracts.contracts.Node.Place;

/** The bytes of a contract file as text, if they are text a person can read and sign. */
final class PlainText {
    /** The largest file read, in bytes. */
    static final int LARGEST = 64 * 1024;

    private PlainText() {}

    static Optional<String> read(byte[] bytes, Faults faults) {
        if (bytes.length > LARGEST) {
            faults.add(
                    Place.at(1, 1),
                    "This file is larger than 64 KiB, the most that a contract may have.",
                    "Write fewer or shorter clauses, or make two contracts of it.");
            return Optional.empty();
        }
        CharBuffer letters = CharBuffer.allocate(bytes.length + 1);
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(rest, letters, true);
        String text = withoutMark(letters.flip().toString());
        if (result.isError()) {
            faults.add(
                    end(text),
                    String.format(Locale.ROOT, "The byte %02x here is not UTF-8 text.", bytes[rest.position()]),
                    "Save the file as UTF-8.");
        } else if (text.isBlank()) {
            refuseEmpty(faults);
        } else {
            checkCharacters(text, faults);
            checkIndentation(text, faults);
        }
        return faults.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    static void refuseEmpty(Faults faults) {
        faults.add(Place.at(1, 1), "This file is empty.", "Start with `contract: community-contract/1`.");
    }

    /** Whether people who read the text see all of it, in the order in which it stands. */
    static boolean isVisible(int character) {
        return character == '\n'
                || switch (Character.getType(character)) {
                    case Character.CONTROL,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    case Character.FORMAT -> character >= 0x200C && character <= 0x200F;
                    default -> true;
                };
    }

    static String name(int character) {
        String known = Character.getName(character);
        return String.format(Locale.ROOT, "U+%04X", character) + (known == null ? "" : " (" + known + ")");
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static void checkCharacters(String text, Faults faults) {
        text.codePoints()
                .filter(letter -> letter != '\t' && letter != '\r' && !isVisible(letter))
                .distinct()
                .forEach(letter -> faults.add(
                        end(text.substring(0, text.indexOf(letter))),
                        "The character " + name(letter) + " cannot be seen, so it cannot be signed.",
                        "Take it out."));
    }

    private static void checkIndentation(String text, Faults faults) {
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            int tab = line.indexOf('\t');
            if (tab >= 0 && line.substring(0, tab).isBlank()) {
                faults.add(Place.at(number, tab + 1), "This line is indented with a tab.", "Indent it with spaces.");
            }
        }
    }

    /** The place just after this text. */
    private static Place end(String text) {
        String line = text.substring(text.lastIndexOf('\n') + 1);
        int lines = (int) text.chars().filter(letter -> letter == '\n').count();
        return Place.at(lines + 1, line.codePointCount(0, line.length()) + 1);
    }
}
