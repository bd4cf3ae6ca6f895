package org.communitycontracts.web;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;
import org.springframework.util.FileSystemUtils;

/** One real Chromium for all tests of one run, with a fresh profile and no script of the page's own; closed at the end. */
final class Browser {
    private static final List<String> CHROMIUMS =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final List<String> DRIVERS =
            List.of("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver", "/usr/local/bin/chromedriver");
    /** Held, so that its level is kept: it warns that this Chromium is newer than it is, which we do not mind. */
    private static final Logger TALK = Logger.getLogger("org.openqa.selenium");

    private static @Nullable Browser one;

    private final ChromeDriver driver;
    private @Nullable VirtualAuthenticator device;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** The browser, unless this machine has none. */
    static synchronized Optional<Browser> find() {
        if (one == null) {
            Optional<Path> chromium = first("chromium.path", CHROMIUMS);
            Optional<Path> driver = first("chromedriver.path", DRIVERS);
            if (chromium.isEmpty() || driver.isEmpty()) {
                return Optional.empty();
            }
            one = start(chromium.get(), driver.get().toFile());
        }
        return Optional.of(one);
    }

    private static Browser start(Path chromium, File driver) {
        TALK.setLevel(Level.SEVERE);
        Path profile = profile();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--user-data-dir=" + profile);
        ChromeDriverService service =
                new ChromeDriverService.Builder().usingDriverExecutable(driver).build();
        ChromeDriver started = new ChromeDriver(service, options);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            started.quit();
            FileSystemUtils.deleteRecursively(profile.toFile());
        }));
        return new Browser(started);
    }

    /** Opens an address as a first visit: nothing is kept from before. */
    void open(URI address, int width) {
        command("Network.clearBrowserCache", Map.of());
        command("Emulation.setEmulatedMedia", Map.of("media", "screen"));
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.get(address.toString());
    }

    /** Shows the open page as it would be on paper; the next opening shows it on a screen again. */
    void onPaper() {
        command("Emulation.setEmulatedMedia", Map.of("media", "print"));
    }

    /** Answers what a piece of script says; scripts of ours, since the page's own are forbidden. */
    <T> T ask(Class<T> kind, String script, Object... arguments) {
        return kind.cast(driver.executeScript(script, arguments));
    }

    void run(String script) {
        driver.executeScript(script);
    }

    <T> T askLater(Class<T> kind, String script, Object... arguments) {
        return kind.cast(driver.executeAsyncScript(script, arguments));
    }

    /** By the keyboard itself: keys sent to a box for files would be taken for the name of one. */
    void tab() {
        new Actions(driver).sendKeys(Keys.TAB).perform();
    }

    /** Presses keys where the focus is. */
    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Presses a key that leads to another page, and waits until that page is there. */
    void leave(Keys key) {
        run("document.documentElement.dataset.left = 'no'");
        press(key);
        new FluentWait<>(driver)
                .withTimeout(Duration.ofSeconds(20))
                .pollingEvery(Duration.ofMillis(20))
                .ignoring(WebDriverException.class)
                .until(
                        shown -> shown.executeScript(
                                "return document.documentElement.dataset.left === undefined && document.readyState === 'complete'"));
    }

    /** Forbids or allows the pages' own script; what a test asks is answered either way. */
    void allowScript(boolean allowed) {
        command("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
    }

    /** Plugs in a device that keeps passkeys and knows its owner, or does not. */
    void plugIn(boolean knowsItsOwner) {
        unplug();
        device = driver.addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                .setHasResidentKey(true)
                .setHasUserVerification(true)
                .setIsUserVerified(knowsItsOwner));
    }

    /** Whether the device knows its owner from now on. */
    void know(boolean owner) {
        Objects.requireNonNull(device).setUserVerified(owner);
    }

    /** Takes the device out again, with its passkeys. */
    void unplug() {
        if (device != null) {
            driver.removeVirtualAuthenticator(device);
            device = null;
        }
    }

    /** Keeps a cookie for a site. */
    void keep(Map<String, String> cookie, URI site) {
        Map<String, Object> kept = new java.util.HashMap<>(cookie);
        kept.put("url", site.resolve("/").toString());
        command("Network.setCookie", kept);
    }

    /** Answers a form's own sending with nothing, so that a test can look at what would have been sent. */
    String signed() {
        run("HTMLFormElement.prototype.submit = function () { window.signed = this.elements.passkey.value; }");
        press(Keys.ENTER);
        return new FluentWait<>(driver)
                .withTimeout(Duration.ofSeconds(20))
                .pollingEvery(Duration.ofMillis(20))
                .until(shown -> (String) shown.executeScript("return window.signed"));
    }

    /** Forgets every cookie. */
    void forget() {
        command("Network.clearBrowserCookies", Map.of());
    }

    /** Presses a button that leads nowhere, and waits until these words are seen. */
    void pressUntil(String words) {
        press(Keys.ENTER);
        new FluentWait<>(driver)
                .withTimeout(Duration.ofSeconds(20))
                .pollingEvery(Duration.ofMillis(20))
                .until(_ -> words().contains(words));
    }

    /** The words of the page that can be seen. */
    String words() {
        return driver.findElement(By.tagName("body")).getText();
    }

    URI address() {
        return URI.create(driver.getCurrentUrl());
    }

    /** Draws the whole page, however long. */
    byte[] draw() {
        Map<?, ?> size = (Map<?, ?>) command("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
        if (size == null) {
            throw new IllegalStateException("The browser does not say how large the page is");
        }
        Map<String, Object> shot = command(
                "Page.captureScreenshot",
                Map.of(
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of(
                                "x", 0,
                                "y", 0,
                                "width", number(size.get("width")),
                                "height", number(size.get("height")),
                                "scale", 1)));
        return Base64.getDecoder().decode((String) shot.get("data"));
    }

    int count(String selector) {
        return driver.findElements(By.cssSelector(selector)).size();
    }

    private Map<String, Object> command(String name, Map<String, Object> arguments) {
        return driver.executeCdpCommand(name, arguments);
    }

    private static double number(@Nullable Object number) {
        return number instanceof Number known ? known.doubleValue() : 0;
    }

    private static Optional<Path> first(String property, List<String> places) {
        String named = System.getProperty(property);
        return (named == null ? places.stream() : Stream.of(named))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path profile() {
        try {
            return Files.createTempDirectory("chromium-profile");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
