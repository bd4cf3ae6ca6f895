package org.communitycontracts.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The one secret of this site, 32 bytes, kept beside the database and never in it: whoever steals the database alone can
 * neither read the secrets in it nor make its marks. Every use has a key of its own, derived by HMAC-SHA256.
 */
public final class SiteKey {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String HMAC = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Supplier<byte[]> master;

    private SiteKey(Supplier<byte[]> master) {
        this.master = master;
    }

    /** A new one, for one run. */
    public static SiteKey fresh() {
        byte[] made = random(KEY_BYTES);
        return new SiteKey(() -> made);
    }

    /**
     * The key that a setting says in Base64, the same on every node; else the file {@code site.key} in the data folder, made
     * at its first use and readable by its owner alone. It is looked for when it is first used.
     *
     * @throws CannotStart at the first use, when there is neither, or what is there is no key
     */
    public static SiteKey of(@Nullable String said, @Nullable String folder) {
        return new SiteKey(said == null || said.isBlank() ? () -> kept(folder) : () -> decode(said.strip()));
    }

    /**
     * Seals a secret.
     *
     * @param whose what it belongs to; opened for anything else it does not open
     */
    public byte[] seal(byte[] secret, String whose) {
        byte[] nonce = random(NONCE_BYTES);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, whose, ByteBuffer.wrap(secret));
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Opens what was sealed for this. */
    public byte[] open(byte[] sealed, String whose) {
        ByteBuffer read = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        read.get(nonce);
        return cipher(Cipher.DECRYPT_MODE, nonce, whose, read);
    }

    /** A mark of these pieces that only this site can make: 32 bytes. No piece may hold a line break. */
    public byte[] mark(String use, String... pieces) {
        return mac(mac(master.get(), use), String.join("\n", pieces));
    }

    private byte[] cipher(int mode, byte[] nonce, String whose, ByteBuffer input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode, new SecretKeySpec(mac(master.get(), "seal"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(whose.getBytes(StandardCharsets.UTF_8));
            ByteBuffer output = ByteBuffer.allocate(cipher.getOutputSize(input.remaining()));
            cipher.doFinal(input, output);
            return Arrays.copyOf(output.array(), output.position());
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException(
                    "A secret does not open with this site's key. Was the data moved here without its site.key?",
                    fault);
        }
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", fault);
        }
    }

    private static byte[] kept(@Nullable String folder) {
        if (folder == null) {
            throw new CannotStart("This site has no key for its secrets. Set SITE_KEY to 32 random bytes in Base64,"
                    + " for example from: openssl rand -base64 32");
        }
        Path file = Path.of(folder, "site.key");
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return decode(Files.readString(file).strip());
        } catch (IOException fault) {
            throw new CannotStart(
                    "The site's key cannot be read or made at " + file + ". May this user write there?", fault);
        }
    }

    private static void make(Path file) throws IOException {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException _) {
            return;
        }
        String text = Base64.getEncoder().encodeToString(random(KEY_BYTES)) + "\n";
        Files.writeString(file, text, StandardOpenOption.SYNC, StandardOpenOption.WRITE);
    }

    private static byte[] decode(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            bytes = new byte[0];
        }
        if (bytes.length != KEY_BYTES) {
            throw new CannotStart("The site's key is not 32 bytes in Base64. Make one with: openssl rand -base64 32");
        }
        return bytes;
    }

    private static byte[] random(int bytes) {
        byte[] made = new byte[bytes];
        RANDOM.nextBytes(made);
        return made;
    }

    /** Not for a log. */
    @Override
    public String toString() {
        return "SiteKey";
    }
}
