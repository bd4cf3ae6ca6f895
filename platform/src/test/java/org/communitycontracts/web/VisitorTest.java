package org.communitycontracts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class VisitorTest {
    private static final URI PAGE = URI.create("data:text/html,%3Ch1%3Eoff%3C/h1%3E"
            + "%3Cscript%3Edocument.querySelector('h1').textContent='on'%3C/script%3E");

    @Test
    void aVisitorsPagesRunNoScriptAndEverybodyElsesDo() {
        try (Visitor visitor = Visitor.atAKeyboard()) {
            visitor.opens(PAGE);
            assertThat(visitor.heading()).isEqualTo("off");
        }
        Browser browser = PageChecks.browser();
        browser.open(PAGE, 1280);
        assertThat(browser.words()).isEqualTo("on");
    }
}
