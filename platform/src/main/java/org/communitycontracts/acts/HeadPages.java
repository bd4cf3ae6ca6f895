package org.communitycontracts.acts;

import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The signed heads and the public key, for everybody: whoever keeps a copy can prove a change later. */
@RestController
class HeadPages {
    private static final MediaType LINES = MediaType.parseMediaType("application/jsonl");

    private final Heads heads;

    HeadPages(Heads heads) {
        this.heads = heads;
    }

    @GetMapping("/record/{council:[0-9]{1,15}}/heads.jsonl")
    ResponseEntity<String> heads(@PathVariable long council) {
        String lines =
                heads.list(council).stream().map(head -> head.line() + "\n").collect(Collectors.joining());
        return answer(LINES, lines);
    }

    @GetMapping("/record/key.json")
    ResponseEntity<String> key() {
        return answer(MediaType.APPLICATION_JSON, "{\"kind\":\"Ed25519\",\"key\":\"" + heads.key() + "\"}\n");
    }

    private static ResponseEntity<String> answer(MediaType type, String body) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache().cachePublic())
                .body(body);
    }
}
