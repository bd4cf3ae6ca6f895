package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.communitycontracts.web.Watch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whoever keeps the machine sees in the log that doors were tried, and nothing of who people are. */
class WatchTest {
    private final Logger log = (Logger) LoggerFactory.getLogger(Watch.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private Level before = Level.WARN;

    @BeforeEach
    void listen() {
        before = log.getEffectiveLevel();
        log.setLevel(Level.INFO);
        said.start();
        log.addAppender(said);
    }

    @AfterEach
    void stop() {
        log.detachAppender(said);
        log.setLevel(before);
    }

    @Test
    void whatIsRefusedIsWrittenDownWithMarksInsteadOfNames() {
        Doors doors = Doors.open();
        String resident = Doors.stranger();
        try (Tab tab = doors.asks(doors.tab(), resident)) {
            tab.sends("/sign-in/codes", Map.of("council", Long.toString(doors.council.id()), "code", "000000"));
            assertThat(lines())
                    .singleElement()
                    .asString()
                    .startsWith("Refused: code WRONG_CODE at POST /sign-in/codes");
        }
        try (Tab tab = doors.signsIn(resident)) {
            said.list.clear();
            tab.looks("/councils/sunderland/office/people");
            assertThat(lines())
                    .singleElement()
                    .asString()
                    .startsWith("Refused: not allowed NO_ROLE at GET /councils/{slug}/office/people from ")
                    .doesNotEndWith("as nobody")
                    .doesNotContain(
                            "127.0.0.1", resident, doors.person(resident).toString());
            said.list.clear();
            tab.looks("/councils/sunderland/office/people?find=%0D%0ARefused%3A%20made%20up");
            assertThat(lines()).singleElement().asString().doesNotContain("made up", "\n", "\r");
            said.list.clear();
            tab.send(tab.post("/sign-out", Map.of()));
            assertThat(lines()).singleElement().asString().contains("a form without its word");
            said.list.clear();
            tab.send(tab.post("/sign-in", Map.of("text", "x".repeat(33 * 1024))));
            assertThat(lines()).singleElement().asString().contains("too much");
        }
    }

    @Test
    void everyLineBeginsWithItsMomentInUtc() throws IOException {
        Properties settings = new Properties();
        try (var file = House.class.getResourceAsStream("/application.properties")) {
            settings.load(file);
        }
        PatternLayout layout = new PatternLayout();
        layout.setContext(log.getLoggerContext());
        layout.setPattern("%d{" + settings.getProperty("logging.pattern.dateformat") + "}");
        layout.start();
        LoggingEvent event = new LoggingEvent();
        event.setInstant(Instant.parse("2026-07-01T12:30:00.250Z"));
        assertThat(layout.doLayout(event)).isEqualTo("2026-07-01T12:30:00.250Z");
    }

    private List<String> lines() {
        return said.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
