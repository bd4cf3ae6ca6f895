package org.communitycontracts.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A sentence whose places may hold marked-up content; its own words and its plain fillings are escaped for HTML. */
public final class Sentence implements Content {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final String sentence;
    private final Object[] fillings;
    private final Words words;

    Sentence(String sentence, Object[] fillings, Words words) {
        this.sentence = sentence;
        this.fillings = fillings.clone();
        this.words = words;
    }

    @Override
    public void writeTo(TemplateOutput output) {
        for (Piece piece : pieces(sentence)) {
            if (!piece.isPlace()) {
                escaped(output, piece.text());
            } else if (fillings[piece.place()] instanceof Content content) {
                content.writeTo(output);
            } else {
                escaped(output, words.write(fillings[piece.place()]));
            }
        }
    }

    private static void escaped(TemplateOutput output, String text) {
        ((HtmlTemplateOutput) output).writeUserContent(text);
    }

    static List<Piece> pieces(String sentence) {
        List<Piece> pieces = new ArrayList<>();
        Matcher places = PLACE.matcher(sentence);
        int from = 0;
        while (places.find()) {
            pieces.add(new Piece(sentence.substring(from, places.start()), -1));
            pieces.add(new Piece(null, Integer.parseInt(places.group(1))));
            from = places.end();
        }
        pieces.add(new Piece(sentence.substring(from), -1));
        return pieces;
    }

    /** Either words or a numbered place for a filling. */
    record Piece(@Nullable String words, int place) {
        boolean isPlace() {
            return words == null;
        }

        String text() {
            return words == null ? "" : words;
        }
    }
}
