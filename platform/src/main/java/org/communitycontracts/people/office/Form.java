package org.communitycontracts.people.office;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.signin.FullName;
import org.communitycontracts.post.Letter;
import org.communitycontracts.web.parts.Field;
import org.communitycontracts.web.parts.Wrong;
import org.jspecify.annotations.Nullable;

/** What somebody typed into a form, and what is wrong with it so far; its words are those under its name. */
final class Form {
    private static final int LONGEST_LINE = 200;

    private final String name;
    private final Map<String, String> typed;
    private final Map<String, String> wrongs = new LinkedHashMap<>();

    private Form(String name, Map<String, String> typed) {
        this.name = name;
        this.typed = Map.copyOf(typed);
    }

    static Form of(String name, Map<String, String> typed) {
        return new Form(name, typed);
    }

    static Form blank(String name) {
        return new Form(name, Map.of());
    }

    String typed(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** Says what is wrong with a field; the first word about it counts. */
    void wrong(String field, String key, Object... fillings) {
        wrongs.putIfAbsent(field, Names.WORDS.of(key, fillings));
    }

    boolean isWrong() {
        return !wrongs.isEmpty();
    }

    List<Wrong> wrongs() {
        List<Wrong> all = new ArrayList<>();
        wrongs.forEach((field, text) -> all.add(new Wrong(field, text)));
        return all;
    }

    /** The field as the page shows it: labelled, with its hint, what was typed and what is wrong. */
    Field field(String field) {
        String key = name + '.' + field;
        Field shown =
                Field.named(field, Names.WORDS.of(key)).withValue(typed(field)).withError(wrongs.get(field));
        return Names.WORDS.has(key + ".hint") ? shown.withHint(Names.WORDS.of(key + ".hint")) : shown;
    }

    /** A line that must be there: a name or the like. */
    String line(String field) {
        String line = typed(field);
        if (line.isEmpty()) {
            wrong(field, name + '.' + field + ".missing");
        } else if (line.length() > LONGEST_LINE || line.codePoints().anyMatch(Character::isISOControl)) {
            wrong(field, "line.wrong");
        }
        return line;
    }

    String fullName(String field) {
        String wrong = FullName.wrong(typed(field));
        if (wrong != null) {
            wrong(field, wrong);
        }
        return typed(field);
    }

    /** An address to which letters can go. */
    Optional<EmailAddress> emailIn(String field) {
        Optional<EmailAddress> email = email(typed(field));
        if (email.isEmpty()) {
            wrong(field, "email.wrong");
        }
        return email;
    }

    /** An address, or none. */
    @Nullable
    EmailAddress emailIfAny(String field) {
        return typed(field).isEmpty() ? null : emailIn(field).orElse(null);
    }

    /** The address, if letters can go to it. */
    static Optional<EmailAddress> email(String text) {
        return EmailAddress.parse(text).filter(email -> Letter.isAddress(email.written()));
    }
}
