package org.communitycontracts.people.residency;

import java.util.HashMap;
import java.util.Map;
import org.communitycontracts.web.Words;
import org.communitycontracts.web.parts.Field;
import org.jspecify.annotations.Nullable;

/**
 * What a person entered to show where they live, and why it was refused.
 *
 * @param because the key of the reason; null while nothing was refused
 */
record Tried(Map<String, String> entered, @Nullable String because) {
    Tried {
        entered = Map.copyOf(entered);
    }

    static Tried nothing() {
        return new Tried(Map.of(), null);
    }

    Tried with(String field, String value) {
        Map<String, String> more = new HashMap<>(entered);
        more.put(field, value);
        return new Tried(more, because);
    }

    Tried refused(String why) {
        return new Tried(entered, why);
    }

    boolean isRefused() {
        return because != null;
    }

    /** The field the reason belongs to. */
    String wrongField() {
        String why = because == null ? "" : because;
        boolean byList = entered.containsKey("surname");
        return switch (why) {
            case "postcode.wrong", "postcode.outside" -> byList ? "list-postcode" : "postcode";
            case "house.missing" -> byList ? "list-house" : "house";
            case "list.unknown" -> "surname";
            default -> entered.containsKey("code") ? "code" : byList ? "surname" : "postcode";
        };
    }

    /** A field with what was entered, and with the reason where it belongs. */
    Field field(Words words, String name) {
        Field field = Field.named(name, words.of("ways." + name)).withValue(entered.getOrDefault(name, ""));
        if (words.has("ways." + name + ".hint")) {
            field = field.withHint(words.of("ways." + name + ".hint"));
        }
        return because != null && wrongField().equals(name) ? field.withError(words.of("refused." + because)) : field;
    }
}
