package org.communitycontracts.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file that pages refer to, under a name that carries the hash of what it holds, so that it may be kept for ever. */
public final class Piece {
    private final String name;
    private final MediaType type;
    private final byte[] bytes;

    private Piece(String name, MediaType type, byte[] bytes) {
        this.name = name;
        this.type = type;
        this.bytes = bytes;
    }

    /** The file that lies beside a class of the room. */
    public static Piece beside(Class<?> room, String file, String type) {
        byte[] bytes = read(room, file);
        int dot = file.lastIndexOf('.');
        String name = file.substring(file.lastIndexOf('/') + 1, dot) + '-' + hash(bytes) + file.substring(dot);
        return new Piece(name, MediaType.parseMediaType(type), bytes);
    }

    public String name() {
        return name;
    }

    public ResponseEntity<byte[]> answer() {
        return ResponseEntity.ok()
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .contentType(type)
                .body(bytes);
    }

    private static byte[] read(Class<?> room, String file) {
        try (InputStream in = room.getResourceAsStream(file)) {
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
