package org.communitycontracts.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one secret of this site, 256 bits, kept beside the database and never in it. Every use has a key of its own, derived
 * from it by HMAC-SHA256, so that no key can be found from another.
 */
public final class SiteKey {
    private static final int BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    private final byte[] master;

    private SiteKey(byte[] master) {
        this.master = master;
    }

    /** From 64 hexadecimal digits, as a setting holds it. */
    public static SiteKey parse(String hex) {
        byte[] master;
        try {
            master = HexFormat.of().parseHex(hex.strip());
        } catch (IllegalArgumentException fault) {
            throw new CannotStart("SITE_KEY is not a key. A key is 64 hexadecimal digits.", fault);
        }
        if (master.length != BYTES) {
            throw new CannotStart("SITE_KEY is not a key. A key is 64 hexadecimal digits.");
        }
        return new SiteKey(master);
    }

    /** A new one, for one run. */
    public static SiteKey fresh() {
        byte[] master = new byte[BYTES];
        new SecureRandom().nextBytes(master);
        return new SiteKey(master);
    }

    /**
     * The text of the key in this folder, made at the first start; only its owner may read the file.
     *
     * @throws CannotStart when it can be neither read nor written
     */
    public static String keptIn(Path folder) {
        Path file = folder.resolve("site.key");
        try {
            Files.createDirectories(folder);
            try {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, HexFormat.of().formatHex(fresh().master), StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException _) {
                // The key of an earlier start.
            }
            return Files.readString(file).strip();
        } catch (IOException fault) {
            throw new CannotStart("The key in " + file + " cannot be read or written. Check that you may.", fault);
        }
    }

    /** The key for one use. */
    public byte[] forUse(String use) {
        return mac(master, use.getBytes(StandardCharsets.UTF_8));
    }

    /** A mark of these pieces that only this site can make: 32 bytes. No piece may hold a line break. */
    public byte[] mark(String use, String... pieces) {
        return mac(forUse(use), String.join("\n", pieces).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }

    /** Not for a log. */
    @Override
    public String toString() {
        return "SiteKey";
    }
}
