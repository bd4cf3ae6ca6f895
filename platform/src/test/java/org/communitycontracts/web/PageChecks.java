package org.communitycontracts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * What every page must stand, in a real browser: no fault that axe finds, valid HTML, no sideways scrolling at 320 px, one
 * first heading, a title and a language, no script but our own, under 100 kB at the first visit, everything reached and seen by
 * keyboard. Draws each page at two widths and on paper into target/screenshots, for people to look at.
 */
public final class PageChecks {
    private static final int NARROW = 320;
    private static final int WIDE = 1280;
    private static final int PAPER = 690;
    private static final long MOST_BYTES = 100_000;
    private static final Path DRAWINGS = Path.of("target", "screenshots");

    private final Browser browser;
    /** The name and value of a cookie; null for somebody who has not signed in. */
    private final @Nullable Map<String, String> cookie;

    private PageChecks(Browser browser, @Nullable Map<String, String> cookie) {
        this.browser = browser;
        this.cookie = cookie;
    }

    /**
     * The checks, in the one browser of this run. Where there is no Chromium the test is left out and says so; with the
     * system property {@code browser.required=true} it fails instead.
     */
    public static PageChecks inTheBrowser() {
        return new PageChecks(browser(), null);
    }

    /** The same checks by somebody who has signed in, and whose session this cookie carries. */
    public PageChecks as(String cookieName, String value) {
        return new PageChecks(browser, Map.of("name", cookieName, "value", value));
    }

    static Browser browser() {
        Browser browser = Browser.find().orElse(null);
        if (browser == null) {
            String left =
                    "LEFT OUT: no page was checked in a browser, because Chromium and chromedriver were not found.";
            System.err.println(left);
            if (Boolean.getBoolean("browser.required")) {
                Assertions.fail(left);
            }
            Assumptions.abort(left);
            throw new IllegalStateException(left);
        }
        return browser;
    }

    /** Fails with all that is wrong with the page at an address; its name is the name of the drawings. */
    public void check(URI address, String name) {
        assertThat(faults(address, name)).as("faults of %s", address).isEmpty();
    }

    /** All that is wrong with the page at an address. */
    public List<String> faults(URI address, String name) {
        if (cookie == null) {
            return allFaults(address, name);
        }
        browser.keep(cookie, address);
        try {
            return allFaults(address, name);
        } finally {
            browser.forget();
        }
    }

    private List<String> allFaults(URI address, String name) {
        List<String> faults = new ArrayList<>(HtmlValidity.faults(fetch(address)));
        browser.open(address, WIDE);
        draw(name, WIDE);
        faults.addAll(Axe.faults(browser));
        faults.addAll(Structure.faults(browser, MOST_BYTES));
        faults.addAll(Keyboard.faults(browser));
        browser.open(address, NARROW);
        draw(name, NARROW);
        faults.addAll(Axe.faults(browser));
        faults.addAll(Structure.reflow(browser));
        browser.open(address, PAPER);
        browser.onPaper();
        draw(name + "-paper", PAPER);
        return faults.stream().distinct().toList();
    }

    private void draw(String name, int width) {
        try {
            Files.createDirectories(DRAWINGS);
            Files.write(DRAWINGS.resolve(name + '-' + width + ".png"), browser.draw());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] fetch(URI address) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(address);
            if (cookie != null) {
                request.header("Cookie", cookie.get("name") + "=" + cookie.get("value"));
            }
            return client.send(request.build(), BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String text(String resource) {
        try (InputStream in = PageChecks.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the path of the tests");
            }
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
