package org.communitycontracts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private static final Locale WELSH = Locale.of("cy");
    private final Words words = Words.beside(WordsTest.class);

    @Test
    void placesAreFilledInOrderAndNumbersAreWrittenOut() {
        assertThat(words.of("page", 12_345)).isEqualTo("Page 12,345");
        assertThat(words.of("title.error", "Where is it?")).isEqualTo("Error: Where is it?");
    }

    @Test
    void aSentenceWithoutWordsIsAMistakeOfOurs() {
        assertThatThrownBy(() -> words.of("no such key"))
                .isInstanceOf(MissingResourceException.class)
                .hasMessageContaining("no such key")
                .hasMessageContaining("org.communitycontracts.web");
    }

    @Test
    void aSecondLanguageFallsBackOnEnglish() {
        Words welsh = Words.beside(WordsTest.class, WELSH);
        assertThat(welsh.language()).isEqualTo(WELSH);
        assertThat(welsh.of("about")).isEqualTo(words.of("about"));
    }

    @Test
    void aBraceThatIsNoPlaceStays() {
        Sentence sentence = new Sentence("{a} {0} {}", new Object[] {"x"}, words);
        assertThat(written(sentence)).isEqualTo("{a} x {}");
    }

    @Test
    void onlyMarkedUpPiecesOfASentenceAreMarkedUp() {
        Content link = output -> output.writeContent("<a href=\"/\">here</a>");
        Sentence sentence = new Sentence("<b>{0} & {1}", new Object[] {"<i>x</i>", link}, words);
        assertThat(written(sentence)).isEqualTo("&lt;b&gt;&lt;i&gt;x&lt;/i&gt; &amp; <a href=\"/\">here</a>");
    }

    @ParameterizedTest
    @CsvSource({
        "0,zero",
        "1,one",
        "2,two",
        "3,few",
        "4,other",
        "5,other",
        "6,many",
        "7,other",
        "-1,other",
        "5000000000,other"
    })
    void welshHasSixForms(long count, String form) {
        assertThat(Plural.of(WELSH, count)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({"0,other", "1,one", "2,other", "-1,other"})
    void englishHasTwo(long count, String form) {
        assertThat(Plural.of(Locale.UK, count)).isEqualTo(form);
    }

    private static String written(Content content) {
        StringOutput written = new StringOutput();
        OwaspHtmlTemplateOutput output = new OwaspHtmlTemplateOutput(written);
        output.setContext("p", null);
        content.writeTo(output);
        return written.toString();
    }
}
