package org.communitycontracts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Keys;

/** Somebody with a keyboard and no mouse, in a real browser that runs no script. */
public final class Visitor implements AutoCloseable {
    private static final int MOST_TABS = 400;
    private static final int WIDTH = 1280;
    private static final int OF_A_TELEPHONE = 320;
    private static final int MOST_CHOICES = 60;
    /** The kind of what the focus is on, and the name by which a screen reader would call it. */
    private static final String FOCUSED = """
            const one = document.activeElement;
            if (one === document.body) return '';
            const named = one.labels && one.labels.length && one.type !== 'submit' ? one.labels[0] : one;
            return one.tagName.toLowerCase() + ' ' + named.textContent.replace(/\\s+/g, ' ').trim();
            """;

    private static final String HEADING = "return document.querySelector('h1').textContent.trim()";

    private final Browser browser;
    private final int width;

    private Visitor(Browser browser, int width) {
        this.browser = browser;
        this.width = width;
    }

    /** Sits down at the one browser of this run; where there is none, the test is left out and says so. */
    public static Visitor atAKeyboard() {
        Browser browser = PageChecks.browser();
        browser.allowScript(false);
        return new Visitor(browser, WIDTH);
    }

    /** The same, where script runs, with a device that keeps passkeys and knows its owner. */
    public static Visitor withADevice() {
        Browser browser = PageChecks.browser();
        browser.allowScript(true);
        browser.plugIn(true);
        return new Visitor(browser, WIDTH);
    }

    /** On a screen as narrow as the narrowest telephone, where script runs or does not. */
    public static Visitor onATelephone(boolean script) {
        Browser browser = PageChecks.browser();
        browser.allowScript(script);
        return new Visitor(browser, OF_A_TELEPHONE);
    }

    /** The device no longer knows who holds it, as after a wrong finger. */
    public void isAStrangerToTheDevice() {
        browser.know(false);
    }

    /** Has signed in before, with this browser: carries the cookie of that session. */
    public void hasSignedIn(String session, URI site) {
        browser.keep(Map.of("name", "session", "value", session), site);
    }

    /** Goes away from the site without signing out: a browser that has never been here. */
    public void forgetsCookies() {
        browser.forget();
    }

    /** Tabs to a button and presses it; the page stays and says these words. */
    public void pressesInVain(String button, String words) {
        tabsTo("button", button);
        browser.pressUntil(words);
    }

    /** Presses a button and keeps what the device signed, instead of sending it. */
    public String signsWithoutSending(String button) {
        tabsTo("button", button);
        return browser.signed();
    }

    public void opens(URI address) {
        browser.open(address, width);
    }

    /** Tabs to the first link with these words in its text, and follows it. */
    public void follows(String words) {
        tabsTo("a", words);
        browser.leave(Keys.ENTER);
    }

    /** Tabs to a button and presses it. */
    public void presses(String words) {
        tabsTo("button", words);
        browser.leave(Keys.ENTER);
    }

    /** Tabs to the field with this label and types. */
    public void types(String label, String text) {
        tabsTo("input", label);
        browser.press(text);
    }

    /** Tabs to the field of several lines with this label and writes. */
    public void writes(String label, String text) {
        tabsTo("textarea", label);
        browser.press(text);
    }

    /** Tabs to a list to choose from, and types the beginning of a choice. */
    public void chooses(String label, String choice) {
        tabsTo("select", label);
        browser.press(choice);
        assertThat(browser.ask(String.class, "return document.activeElement.selectedOptions[0].textContent.trim()"))
                .isEqualTo(choice);
    }

    /** Tabs to the first group of choices, and goes down to the one with this label. */
    public void picks(String label) {
        tabsTo("input", "");
        browser.press(Keys.SPACE);
        for (int press = 0; press < MOST_CHOICES; press++) {
            if (browser.ask(String.class, FOCUSED).contains(label)) {
                assertThat(browser.ask(Boolean.class, "return document.activeElement.checked"))
                        .isTrue();
                return;
            }
            browser.press(Keys.ARROW_DOWN);
        }
        throw new AssertionError("There is no choice “" + label + "” at " + address());
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
        tabsTo("a", words);
        return URI.create(browser.ask(String.class, "return document.activeElement.href"));
    }

    private void tabsTo(String kind, String words) {
        for (int press = 0; press < MOST_TABS; press++) {
            browser.tab();
            String focused = browser.ask(String.class, FOCUSED);
            if (focused.startsWith(kind + " ") && focused.contains(words)) {
                return;
            }
            assertThat(press == 0 || !focused.isEmpty())
                    .as("The Tab key reaches nothing called “%s” at %s", words, address())
                    .isTrue();
        }
        throw new AssertionError("More than " + MOST_TABS + " presses of the Tab key and no “" + words + "”");
    }

    /** Lets the pages' script run again, for whoever comes next, and leaves nothing behind. */
    @Override
    public void close() {
        browser.unplug();
        browser.forget();
        browser.allowScript(true);
    }
}
