package org.communitycontracts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Keys;

/** Somebody with a keyboard and no mouse, in a real browser that runs no script. */
public final class Visitor implements AutoCloseable {
    private static final int MOST_TABS = 400;
    private static final int WIDTH = 1280;
    /** What the focus is on, by the name that a screen reader would say. */
    private static final String FOCUSED = """
            const one = document.activeElement;
            if (one === document.body) return '';
            const named = one.labels && one.labels.length ? one.labels[0] : one;
            return named.textContent.replace(/\\s+/g, ' ').trim();
            """;

    private static final String HEADING = "return document.querySelector('h1').textContent.trim()";

    private final Browser browser;

    private Visitor(Browser browser) {
        this.browser = browser;
    }

    /** Sits down at the one browser of this run; where there is none, the test is left out and says so. */
    public static Visitor atAKeyboard() {
        Browser browser = PageChecks.browser();
        browser.allowScript(false);
        return new Visitor(browser);
    }

    public void opens(URI address) {
        browser.open(address, WIDTH);
    }

    /** Tabs to the first link with these words in its text, and follows it. */
    public void follows(String words) {
        tabsTo(words);
        leaves(Keys.ENTER);
    }

    /** Tabs to a button and presses it. */
    public void presses(String words) {
        tabsTo(words);
        leaves(Keys.ENTER);
    }

    /** Tabs to the field with this label and types. */
    public void types(String label, String text) {
        tabsTo(label);
        browser.press(text);
    }

    /** Tabs to a list to choose from, and types the beginning of a choice. */
    public void chooses(String label, String choice) {
        tabsTo(label);
        browser.press(choice);
        assertThat(browser.ask(String.class, "return document.activeElement.selectedOptions[0].textContent.trim()"))
                .isEqualTo(choice);
    }

    /** Tabs to the summary of a part that is folded away, and opens it. */
    public void unfolds(String words) {
        tabsTo(words);
        browser.press(Keys.ENTER);
    }

    /** All that can be seen on the page. */
    public String page() {
        return browser.words();
    }

    public String heading() {
        return browser.ask(String.class, HEADING);
    }

    public URI address() {
        return browser.address();
    }

    /** What can be seen of the first thing that this CSS selector finds. */
    public String part(String selector) {
        @Nullable
        String text = browser.ask(
                String.class,
                "const one = document.querySelector(arguments[0]); return one === null ? null : one.innerText",
                selector);
        return Objects.requireNonNull(text, () -> "The page has no " + selector + ": " + address());
    }

    /** The address that a link leads to, for somebody who saves what is behind it. */
    public URI behind(String words) {
        tabsTo(words);
        return URI.create(browser.ask(String.class, "return document.activeElement.href"));
    }

    private void tabsTo(String words) {
        for (int press = 0; press < MOST_TABS; press++) {
            browser.tab();
            String focused = browser.ask(String.class, FOCUSED);
            if (focused.contains(words)) {
                return;
            }
            assertThat(press == 0 || !focused.isEmpty())
                    .as("The Tab key reaches nothing called “%s” at %s", words, address())
                    .isTrue();
        }
        throw new AssertionError("More than " + MOST_TABS + " presses of the Tab key and no “" + words + "”");
    }

    private void leaves(Keys key) {
        browser.press(key);
    }

    /** Lets the pages' script run again, for whoever comes next. */
    @Override
    public void close() {
        browser.allowScript(true);
    }
}
