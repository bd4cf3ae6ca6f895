package org.communitycontracts.web.parts;

import org.jspecify.annotations.Nullable;

/** One question of a form: its name in the request, what it asks, a hint, what was entered and what is wrong with it. */
public record Field(
        String name,
        String id,
        String label,
        @Nullable String hint,
        @Nullable String value,
        @Nullable String error) {

    public static Field named(String name, String label) {
        return new Field(name, name, label, null, null, null);
    }

    /** For a name that stands twice on one page. */
    public Field withId(String other) {
        return new Field(name, other, label, hint, value, error);
    }

    public Field withHint(String help) {
        return new Field(name, id, label, help, value, error);
    }

    public Field withValue(@Nullable String entered) {
        return new Field(name, id, label, hint, entered, error);
    }

    public Field withError(@Nullable String wrong) {
        return new Field(name, id, label, hint, value, wrong);
    }

    public boolean isWrong() {
        return error != null;
    }

    /** The ids of hint and error, in the order in which they are to be read out; nothing when there is neither. */
    public @Nullable String describedBy() {
        String first = hint == null ? null : id + "-hint";
        String second = error == null ? null : id + "-error";
        return first == null ? second : second == null ? first : first + ' ' + second;
    }

    /** The id of the choice at a place, counted from 0: the first carries the field's own id, so that an error can lead to it. */
    String idOf(int place) {
        return place == 0 ? id : id + '-' + (place + 1);
    }

    boolean holds(Choice choice) {
        return choice.value().equals(value);
    }
}
