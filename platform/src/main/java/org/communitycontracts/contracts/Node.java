package org.communitycontracts.contracts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One value of a contract file together with its place; every scalar is text until the schema asks for a number. */
sealed interface Node {
    Place place();

    /** What a person would call it. */
    String kind();

    /** A text; {@code plain} when it was written without quotes. */
    record Text(Place place, String text, boolean plain) implements Node {
        @Override
        public String kind() {
            return isBlank() ? "nothing" : "a text";
        }

        /** A key with nothing after it. */
        boolean isBlank() {
            return plain && text.isEmpty();
        }
    }

    /** A whole number, where the schema asks for one. */
    record Whole(Place place, int number) implements Node {
        @Override
        public String kind() {
            return "a number";
        }
    }

    /** A list. */
    record Items(Place place, List<Node> items) implements Node {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A group of keys, in the order of the file. */
    record Entries(Place place, Map<String, Entry> entries) implements Node {
        public Entries {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String kind() {
            return "a group of keys";
        }

        boolean has(String key) {
            return entries.containsKey(key);
        }

        Optional<Node> find(String key) {
            return Optional.ofNullable(entries.get(key)).map(Entry::value);
        }

        Optional<Entries> findEntries(String key) {
            return find(key).map(Entries.class::cast);
        }

        Optional<String> findText(String key) {
            return find(key).map(Text.class::cast).map(Text::text);
        }

        Optional<Integer> findNumber(String key) {
            return find(key).map(Whole.class::cast).map(Whole::number);
        }

        Node value(String key) {
            return find(key)
                    .orElseThrow(() -> new IllegalStateException("The schema lets no file pass without " + key));
        }

        /** Where the key itself stands. */
        Place key(String key) {
            return Objects.requireNonNull(entries.get(key)).key();
        }

        Entries entries(String key) {
            return (Entries) value(key);
        }

        String text(String key) {
            return ((Text) value(key)).text();
        }

        int number(String key) {
            return ((Whole) value(key)).number();
        }

        /** The items of a list; none when the key is left out. */
        List<Node> items(String key) {
            return find(key).map(Items.class::cast).map(Items::items).orElse(List.of());
        }

        /** The items of a list of groups; none when the key is left out. */
        List<Entries> groups(String key) {
            return items(key).stream().map(Entries.class::cast).toList();
        }

        /** The texts of a key that takes one text or a list of them; none when the key is left out. */
        List<Text> oneOrMore(String key) {
            return switch (find(key).orElse(null)) {
                case null -> List.of();
                case Items list -> list.items().stream().map(Text.class::cast).toList();
                case Node one -> List.of((Text) one);
            };
        }

        /** The words of a key that takes one word or a list of them, in the order of the file. */
        List<String> words(String key) {
            return oneOrMore(key).stream().map(Text::text).toList();
        }

        /** The groups this group holds by name, in the order of the file. */
        Map<String, Entries> groups() {
            Map<String, Entries> groups = new LinkedHashMap<>();
            entries.forEach((key, entry) -> groups.put(key, (Entries) entry.value()));
            return groups;
        }

        /** The items of a list of texts; none when the key is left out. */
        List<String> texts(String key) {
            return items(key).stream().map(item -> ((Text) item).text()).toList();
        }
    }

    /** A key's own place and its value. */
    record Entry(Place key, Node value) {}

    /**
     * Where a value stands; its path is spelt only when it is asked for.
     *
     * @param line 1 and up
     * @param column 1 and up
     * @param within the place of the list or group around it; null for the whole file
     * @param step the key or position inside that
     */
    record Place(int line, int column, @Nullable Place within, String step) {
        private static final int LONGEST_STEP = 40;

        static Place at(int line, int column) {
            return new Place(line, column, null, "");
        }

        Place key(int line, int column, String key) {
            return new Place(line, column, this, key.length() <= LONGEST_STEP ? key : key.substring(0, LONGEST_STEP));
        }

        Place item(int line, int column, int position) {
            return new Place(line, column, this, "[" + position + "]");
        }

        /** Whether this is that place or lies inside it. */
        boolean isIn(Place around) {
            return equals(around) || (within != null && within.isIn(around));
        }

        /** {@code clauses[3].clock.within}; empty for the whole file. */
        String path() {
            if (within == null) {
                return "";
            }
            String before = within.path();
            return before + (before.isEmpty() || step.startsWith("[") ? "" : ".") + step;
        }
    }
}
