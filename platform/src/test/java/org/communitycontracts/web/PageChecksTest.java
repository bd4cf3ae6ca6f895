package org.communitycontracts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;

class PageChecksTest {
    private static WebAlone web;
    private static PageChecks checks;

    @BeforeAll
    static void open(@TempDir Path classes) {
        checks = PageChecks.inTheBrowser();
        web = WebAlone.open();
        web.answer(new Shown(new DemoPages(classes)));
    }

    @AfterAll
    static void close() {
        if (web != null) {
            web.close();
        }
    }

    @Test
    void aPageWithEveryComponentHasNoFault() {
        checks.check(web.at("/demo"), "demo");
    }

    @Test
    void aQuestionWithErrorsHasNoFault() {
        checks.check(web.at("/demo/form"), "demo-form");
    }

    @Test
    void anAnswerHasNoFault() {
        checks.check(web.at("/demo/sent"), "demo-sent");
    }

    @Test
    void thePageThatSaysSorryHasNoFault() {
        checks.check(web.at("/no/such/page"), "sorry");
    }

    @Test
    void everyPlantedFaultIsFound() {
        List<String> faults = checks.faults(web.at("/bad"), "bad");
        assertThat(faults)
                .anyMatch(fault -> fault.startsWith("axe image-alt"))
                .anyMatch(fault -> fault.startsWith("axe color-contrast"))
                .anyMatch(fault -> fault.startsWith("axe label"))
                .anyMatch(fault -> fault.startsWith("HTML line") && fault.contains("blink"))
                .anyMatch(fault -> fault.equals("The page has 2 first headings, not one"))
                .anyMatch(fault -> fault.equals("The page has no title"))
                .anyMatch(fault -> fault.equals("The page does not say its language"))
                .anyMatch(fault -> fault.startsWith("The page has a script"))
                .anyMatch(fault -> fault.startsWith("The first visit weighs"))
                .anyMatch(fault -> fault.startsWith("The page scrolls sideways"))
                .anyMatch(fault -> fault.startsWith("The focus cannot be seen at a"))
                .anyMatch(fault -> fault.startsWith("The Tab key does not reach button"));
    }

    /** The page of all components, and one with a fault of every kind. */
    record Shown(DemoPages pages) {
        private static final String BAD = """
                <!DOCTYPE html>
                <html><head><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/bad.css"></head>
                <body><h1>One</h1><h1>Two</h1>
                <p class="pale">Too pale to read</p><blink>old</blink><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
                <a href="/nowhere">The focus is hidden here</a> <button tabindex="-1">Not by keyboard</button>
                <input name="nameless"><pre>Too wide</pre><script>1</script></body></html>
                """;

        @GetMapping(path = "/demo")
        ResponseEntity<String> demo() {
            return html(pages.page("web/demo.jte"));
        }

        @GetMapping(path = "/demo/form")
        ResponseEntity<String> form() {
            return html(pages.page("web/demoForm.jte"));
        }

        @GetMapping(path = "/demo/sent")
        ResponseEntity<String> sent() {
            return html(pages.page("web/demoSent.jte"));
        }

        @GetMapping(path = "/bad.css")
        ResponseEntity<String> style() {
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType("text/css"))
                    .body("a:focus { outline: none } pre { width: 700px } .pale { color: #ccc }" + heavy());
        }

        @GetMapping(path = "/bad")
        ResponseEntity<String> bad() {
            return html(BAD);
        }

        /** What no packing makes light. */
        private static String heavy() {
            StringBuilder heavy = new StringBuilder("/*");
            long seed = 1;
            while (heavy.length() < 300_000) {
                seed = seed * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
                heavy.append(Long.toHexString(seed));
            }
            return heavy.append("*/").toString();
        }

        private static ResponseEntity<String> html(String page) {
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                    .body(page);
        }
    }
}
