package org.communitycontracts.engine.examples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a setting as a contract file spells it on one line: {@code {period: 2 weeks, each: {street: [s1, s2]}}}. */
final class Settings {
    private final String text;
    private int at;

    private Settings(String text) {
        this.text = text;
    }

    /** A text, a list or a group of settings by name. */
    static Object read(String text) {
        Settings settings = new Settings(text.strip());
        Object value = settings.value("");
        if (settings.at < settings.text.length()) {
            throw new IllegalArgumentException("Not a setting: " + text);
        }
        return value;
    }

    private Object value(String ends) {
        skipBlanks();
        return switch (at < text.length() ? text.charAt(at) : ' ') {
            case '{' -> group();
            case '[' -> list();
            default -> word(ends);
        };
    }

    private Map<String, Object> group() {
        Map<String, Object> group = new LinkedHashMap<>();
        at++;
        for (skipBlanks(); text.charAt(at) != '}'; skipBlanks()) {
            String key = word(":");
            at++;
            group.put(key, value(",}"));
            skipComma();
        }
        at++;
        return group;
    }

    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        at++;
        for (skipBlanks(); text.charAt(at) != ']'; skipBlanks()) {
            list.add(value(",]"));
            skipComma();
        }
        at++;
        return list;
    }

    private String word(String ends) {
        skipBlanks();
        int from = at;
        if (at < text.length() && text.charAt(at) == '"') {
            at = text.indexOf('"', at + 1) + 1;
            return text.substring(from + 1, at - 1);
        }
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at).strip();
    }

    private void skipComma() {
        skipBlanks();
        if (text.charAt(at) == ',') {
            at++;
        }
    }

    private void skipBlanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }
}
