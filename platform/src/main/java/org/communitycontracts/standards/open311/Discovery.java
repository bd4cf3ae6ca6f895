package org.communitycontracts.standards.open311;

import java.util.Arrays;
import java.util.List;
import org.communitycontracts.web.OwnAddress;
import org.communitycontracts.web.Words;
import org.springframework.stereotype.Component;

/** Tells other programs where this site's Open311 is and what it speaks, as the specification of service discovery says. */
@Component
class Discovery {
    static final String BASE = "/open311/v2";
    /** When the addresses or what they answer last changed; put it forward with such a change. */
    private static final String CHANGED = "2026-11-30T00:00:00Z";

    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

    private final Words words = Words.beside(Discovery.class);
    private final OwnAddress here;

    Discovery(OwnAddress here) {
        this.here = here;
    }

    Answer tell() {
        List<Said.Text> formats = Arrays.stream(Format.values())
                .map(format -> new Said.Text(format.type()))
                .toList();
        Said endpoint = Said.parts()
                .add("specification", SPECIFICATION)
                .add("url", here.of(BASE))
                .add("changeset", CHANGED)
                .add("type", "production")
                .add("formats", new Said.ListOf("format", formats))
                .group();
        return new Answer.Told(
                "discovery",
                Said.parts()
                        .add("changeset", CHANGED)
                        .add("contact", words.of("contact", here.of("/about")))
                        .add("key_service", words.of("key-service"))
                        .add("endpoints", new Said.ListOf("endpoint", List.of(endpoint)))
                        .group());
    }
}
