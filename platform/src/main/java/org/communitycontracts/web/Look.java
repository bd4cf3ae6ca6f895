package org.communitycontracts.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The stylesheet and the icon, at addresses that carry the hash of what they hold and so may be kept for ever. */
@RestController
public class Look {
    private static final Piece STYLE = Piece.of("community", ".css", "text/css;charset=UTF-8");
    private static final Piece ICON = Piece.of("icon", ".svg", "image/svg+xml");
    private static final Map<String, Piece> PIECES = Map.of(STYLE.name, STYLE, ICON.name, ICON);

    private final Pages pages;

    Look(Pages pages) {
        this.pages = pages;
    }

    /** The address of the stylesheet. */
    public static String style() {
        return "/look/" + STYLE.name;
    }

    /** The address of the icon. */
    public static String icon() {
        return "/look/" + ICON.name;
    }

    @GetMapping("/look/{name}")
    ResponseEntity<byte[]> piece(@PathVariable String name) {
        Piece piece = PIECES.get(name);
        return piece == null ? pages.notFound() : piece.answer();
    }

    private static final class Piece {
        private final String name;
        private final MediaType type;
        private final byte[] bytes;

        private Piece(String name, MediaType type, byte[] bytes) {
            this.name = name;
            this.type = type;
            this.bytes = bytes;
        }

        static Piece of(String name, String ending, String type) {
            byte[] bytes = read("static/" + name + ending);
            return new Piece(name + '-' + hash(bytes) + ending, MediaType.parseMediaType(type), bytes);
        }

        ResponseEntity<byte[]> answer() {
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.maxAge(Duration.ofDays(365))
                            .cachePublic()
                            .immutable())
                    .contentType(type)
                    .body(bytes);
        }
    }

    private static byte[] read(String file) {
        try (InputStream in = Look.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the build");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
