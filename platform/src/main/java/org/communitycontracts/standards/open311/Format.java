package org.communitycontracts.standards.open311;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;

/** The two ways in which an answer is written: XML, which every server must know, and JSON. */
enum Format {
    XML("text/xml") {
        @Override
        byte[] write(String root, Said said) {
            return XmlText.write(root, said);
        }
    },
    JSON("application/json") {
        @Override
        byte[] write(String root, Said said) {
            return JsonText.write(said);
        }
    };

    private final String type;

    Format(String type) {
        this.type = type;
    }

    /** The format an address ends with: {@code xml} or {@code json}. */
    static Optional<Format> find(String ending) {
        return Arrays.stream(values())
                .filter(format -> format.name().equals(ending.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** The format in which to tell somebody of a fault at this address: XML unless it ends with {@code json}. */
    static Format forFault(String address) {
        return address.toLowerCase(Locale.ROOT).endsWith(".json") ? JSON : XML;
    }

    String type() {
        return type;
    }

    MediaType mediaType() {
        return MediaType.parseMediaType(type + ";charset=utf-8");
    }

    /** The bytes of the answer; {@code root} is the outermost element of XML, and JSON has none. */
    abstract byte[] write(String root, Said said);
}
