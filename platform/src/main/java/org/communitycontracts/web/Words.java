package org.communitycontracts.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of one room in one language, read from {@code words.properties} beside the room's classes (a second
 * language from {@code words_cy.properties}); what a second language lacks is said in English, and a key that English
 * lacks is a mistake of ours and thrown.
 */
public final class Words {
    private static final Map<String, Words> READ = new ConcurrentHashMap<>();

    private final Locale language;
    private final String from;
    private final Map<String, String> sentences;

    private Words(Locale language, String from, Map<String, String> sentences) {
        this.language = language;
        this.from = from;
        this.sentences = Map.copyOf(sentences);
    }

    /** The English words that lie beside a class of the room. */
    public static Words beside(Class<?> room) {
        return beside(room, Locale.UK);
    }

    /** The words that lie beside a class of the room, in a language. */
    public static Words beside(Class<?> room, Locale language) {
        return READ.computeIfAbsent(room.getPackageName() + ' ' + language.toLanguageTag(), _ -> read(room, language));
    }

    public Locale language() {
        return language;
    }

    /** The sentence with its places {@code {0}}, {@code {1}} filled in order; numbers are written as the language writes them. */
    public String of(String key, Object... fillings) {
        return fill(sentence(key), fillings);
    }

    /**
     * The sentence for a count: the key with {@code .one}, {@code .other} or another plural form of the language added,
     * {@code {0}} being the count and the fillings following from {@code {1}}.
     */
    public String count(String key, long count, Object... fillings) {
        String form = key + '.' + Plural.of(language, count);
        Object[] all = new Object[fillings.length + 1];
        all[0] = count;
        System.arraycopy(fillings, 0, all, 1, fillings.length);
        return fill(sentences.containsKey(form) ? sentence(form) : sentence(key + ".other"), all);
    }

    /** A sentence with links or other marked-up pieces in its places: the sentence itself is always escaped. */
    public Sentence with(String key, Object... fillings) {
        return new Sentence(sentence(key), fillings, this);
    }

    /** Whether the room has such a sentence. */
    public boolean has(String key) {
        return sentences.containsKey(key);
    }

    private String sentence(String key) {
        String sentence = sentences.get(key);
        if (sentence == null) {
            throw new MissingResourceException("No words for “" + key + "” in " + from, from, key);
        }
        return sentence;
    }

    private String fill(String sentence, Object[] fillings) {
        StringBuilder filled = new StringBuilder();
        for (Sentence.Piece piece : Sentence.pieces(sentence)) {
            filled.append(piece.isPlace() ? write(fillings[piece.place()]) : piece.text());
        }
        return filled.toString();
    }

    String write(Object filling) {
        return filling instanceof Number number
                ? NumberFormat.getInstance(language).format(number)
                : filling.toString();
    }

    private static Words read(Class<?> room, Locale language) {
        Map<String, String> sentences = new HashMap<>();
        add(sentences, room, "words.properties");
        if (!language.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            add(sentences, room, "words_" + language.getLanguage() + ".properties");
        }
        return new Words(language, room.getPackageName(), sentences);
    }

    private static void add(Map<String, String> sentences, Class<?> room, String file) {
        try (@Nullable InputStream in = room.getResourceAsStream(file)) {
            if (in == null) {
                return;
            }
            Properties read = new Properties();
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            read.forEach((key, sentence) -> sentences.put((String) key, (String) sentence));
        } catch (IOException e) {
            throw new UncheckedIOException("The words beside " + room.getName() + " cannot be read", e);
        }
    }
}
