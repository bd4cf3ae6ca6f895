package org.communitycontracts.engine.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Javadoc of one source file, turned into the text of a page.
 *
 * @param source the file
 */
record SourceText(String source) {
    private static final Pattern TAG = Pattern.compile("\\{@(?:code|link) ([^}]*)}");

    /** What the Javadoc of a type says, as Markdown; empty when it has none. */
    String meaning(String type) {
        return javadoc(type).map(SourceText::page).orElse("");
    }

    /** The Javadoc that stands right before a type, without its stars. */
    private Optional<String> javadoc(String type) {
        Matcher declared = Pattern.compile("(?:record|class|interface|enum) " + type + "\\b")
                .matcher(source);
        if (!declared.find()) {
            return Optional.empty();
        }
        int end = source.lastIndexOf("*/", declared.start());
        String between = end < 0 ? ";" : source.substring(end, declared.start());
        if (between.contains(";") || between.contains("}")) {
            return Optional.empty();
        }
        String text = source.substring(source.lastIndexOf("/**", end) + 3, end);
        return Optional.of(text.replaceAll("(?m)^\\s*\\* ?", "").strip());
    }

    private static String page(String javadoc) {
        List<String> paragraphs = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        String[] pieces = javadoc.split("(?m)^@param ", -1);
        for (String paragraph : pieces[0].split("\\R\\s*\\R", -1)) {
            paragraphs.add(plain(paragraph.replace("<p>", "")));
        }
        for (int i = 1; i < pieces.length; i++) {
            String piece = pieces[i];
            int blank = piece.indexOf(' ');
            parts.add("- `" + piece.substring(0, blank) + "`: " + plain(piece.substring(blank)));
        }
        paragraphs.removeIf(String::isEmpty);
        String text = String.join("\n\n", paragraphs);
        return parts.isEmpty() ? text : text + "\n\n" + String.join("\n", parts);
    }

    private static String plain(String text) {
        return TAG.matcher(text.replaceAll("\\s+", " ").strip())
                .replaceAll(said -> Matcher.quoteReplacement("`" + said.group(1).replace("#", "") + "`"));
    }
}
