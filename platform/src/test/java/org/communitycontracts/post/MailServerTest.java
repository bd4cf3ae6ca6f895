package org.communitycontracts.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailServerTest {
    @Test
    void anAddressSaysServerPortUserPasswordAndWhetherItIsEncrypted() {
        MailServer server = MailServer.parse("smtps://post:s%40fe%2B+@mail.example.org", "Milltown <l@example.org>");
        assertThat(server)
                .isEqualTo(new MailServer(
                        "mail.example.org",
                        465,
                        MailServer.Encrypted.AT_ONCE,
                        "post",
                        "s@fe++",
                        "Milltown <l@example.org>"));
        assertThat(server.domain()).isEqualTo("example.org");
        assertThat(server).asString().isEqualTo("mail.example.org:465");
        assertThat(MailServer.parse("smtp://mail.example.org", "l@example.org").port())
                .isEqualTo(587);
        assertThat(MailServer.parse(" ", "").isNamed()).isFalse();
    }

    @Test
    void nothingCrossesANetworkInClearUnlessTheAddressSaysSo() {
        assertThat(MailServer.parse("smtp://post:safe@mail.example.org", "l@example.org")
                        .mustEncrypt())
                .isTrue();
        assertThat(MailServer.parse("smtp://mail.example.org:25", "l@example.org")
                        .mustEncrypt())
                .isTrue();
        assertThat(MailServer.parse("smtp+plain://relay.inside:25", "l@example.org")
                        .mustEncrypt())
                .isFalse();
        assertThat(MailServer.parse("smtp://post:safe@127.0.0.1", "l@example.org")
                        .mustEncrypt())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.example.org", "https://mail.example.org", "smtp://", "smtp://us er@host"})
    void aWrongAddressIsToldWithoutRepeatingThePassword(String address) {
        assertThatThrownBy(() -> MailServer.parse(address, "l@example.org"))
                .hasMessageContaining("smtp://user:password@host:587")
                .hasMessageNotContaining("us er");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@example.org, b@example.org", "a@example.org\r\nBcc: b@example.org"})
    void aMailServerWantsOneSender(String from) {
        assertThatThrownBy(() -> MailServer.parse("smtp://mail.example.org", from))
                .hasMessageContaining("MAIL_FROM=letters@example.org");
    }
}
