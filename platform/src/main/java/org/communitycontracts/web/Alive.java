package org.communitycontracts.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For those who watch over the site: whether it lives, whether it can serve, and its figures, which name nobody. */
@RestController
class Alive {
    private final ObjectProvider<JdbcClient> database;
    private final ObjectProvider<PrometheusMeterRegistry> figures;
    private final Pages pages;

    Alive(ObjectProvider<JdbcClient> database, ObjectProvider<PrometheusMeterRegistry> figures, Pages pages) {
        this.database = database;
        this.figures = figures;
        this.pages = pages;
    }

    /** The program runs. */
    @GetMapping("/health.txt")
    ResponseEntity<String> health() {
        return text("alive\n");
    }

    /** The program can serve: its database answers. Otherwise 503. */
    @GetMapping("/ready.txt")
    ResponseEntity<String> ready() {
        database.getObject().sql("select 1").query(Integer.class).single();
        return text("ready\n");
    }

    /** Figures in the form that Prometheus reads, for this machine alone; nobody else learns that there are any. */
    @GetMapping("/metrics.txt")
    ResponseEntity<?> metrics(HttpServletRequest request) throws UnknownHostException {
        boolean near = InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null;
        return near ? text(figures.getObject().scrape()) : pages.notFound();
    }

    private static ResponseEntity<String> text(String text) {
        return ResponseEntity.status(HttpStatus.OK)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8")
                .body(text);
    }
}
