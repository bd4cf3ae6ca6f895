package org.communitycontracts.post;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What the delivery of letters says to whoever runs the house. */
final class Said implements AutoCloseable {
    private final Logger log = (Logger) LoggerFactory.getLogger(Delivery.class);
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

    Said() {
        heard.start();
        log.setLevel(Level.TRACE);
        log.addAppender(heard);
    }

    List<String> sentences() {
        return heard.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Override
    public void close() {
        log.detachAppender(heard);
        log.setLevel(null);
    }
}
