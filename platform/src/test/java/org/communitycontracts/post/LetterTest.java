package org.communitycontracts.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pat@example.org\r\nBcc: all@example.org",
                "pat@example.org, all@example.org",
                "Pat <pat@example.org>",
                "pat@example.org\n",
                " pat@example.org",
                "pat",
                "pat@",
                "@example.org",
                "pat@exam ple.org",
                "",
                "pat@example.org\0"
            })
    void aLetterGoesToOnePlainAddress(String to) {
        assertThat(Letter.isAddress(to)).isFalse();
        assertThatThrownBy(() -> Letter.of(1, to, "Your code", "123"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Bcc");
    }

    @Test
    void anAddressWithAWelshOrAccentedDomainIsWrittenAsMailServersKnowIt() {
        assertThat(Letter.of(1, "pat@llŷn.example", "Your code", "123").to()).isEqualTo("pat@xn--lln-k2a.example");
        assertThat(Letter.isAddress("o'neill+street@sunderland.gov.uk")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Two\nlines", "Two\r\nBcc: all@example.org", "Zero\0", "Line\u2028separator\u0085"})
    void aSubjectIsOneLine(String subject) {
        assertThatThrownBy(() -> Letter.of(1, "pat@example.org", subject, "123"))
                .hasMessageContaining("A subject is one line");
    }

    @Test
    void lettersAreStoppedAtAnAddressAndNotByAProgram() {
        assertThatThrownBy(
                        () -> new Letter(1, "pat@example.org", "News", "Text", URI.create("javascript:alert(1)"), true))
                .hasMessageContaining("https or mailto");
    }
}
