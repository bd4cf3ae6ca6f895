package org.communitycontracts.app;

import java.util.Map;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What this is, and how it can be used by everybody. */
@RestController
class AboutPages {
    private final Words words = Words.beside(AboutPages.class);
    private final Pages pages;

    AboutPages(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/about")
    ResponseEntity<byte[]> about() {
        return pages.page("app/about.jte", Map.of("words", words));
    }

    @GetMapping("/accessibility")
    ResponseEntity<byte[]> accessibility() {
        return pages.page("app/accessibility.jte", Map.of("words", words));
    }
}
