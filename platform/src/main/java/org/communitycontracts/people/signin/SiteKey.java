package org.communitycontracts.people.signin;

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
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.communitycontracts.store.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The key of this site, under which secrets lie in the database: whoever steals the database alone cannot read them. It is
 * the setting {@code site.key} (or SITE_KEY in the environment; 32 bytes in Base64, the same on every node), else the file
 * {@code site.key} in the data folder, made at its first use and readable by its owner alone.
 */
@Component
class SiteKey {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Environment settings;
    private @Nullable SecretKey key;

    SiteKey(Environment settings) {
        this.settings = settings;
    }

    /**
     * Seals a secret.
     *
     * @param whose what it belongs to; opened for anything else it does not open
     */
    byte[] seal(byte[] secret, String whose) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = work(Cipher.ENCRYPT_MODE, nonce, whose, ByteBuffer.wrap(secret));
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Opens what was sealed for this. */
    byte[] open(byte[] sealed, String whose) {
        ByteBuffer read = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        read.get(nonce);
        return work(Cipher.DECRYPT_MODE, nonce, whose, read);
    }

    private byte[] work(int mode, byte[] nonce, String whose, ByteBuffer input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(whose.getBytes(StandardCharsets.UTF_8));
            ByteBuffer output = ByteBuffer.allocate(cipher.getOutputSize(input.remaining()));
            cipher.doFinal(input, output);
            return java.util.Arrays.copyOf(output.array(), output.position());
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException(
                    "A secret does not open with this site's key. Was the data moved here without its site.key?",
                    fault);
        }
    }

    private synchronized SecretKey key() {
        if (key == null) {
            String said = settings.getProperty("site.key");
            byte[] bytes = said == null || said.isBlank() ? fromFile() : decode(said.strip());
            key = new SecretKeySpec(bytes, "AES");
        }
        return key;
    }

    private byte[] fromFile() {
        String folder = settings.getProperty("data-folder");
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
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
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
        Files.writeString(
                file,
                Base64.getEncoder().encodeToString(bytes) + "\n",
                StandardOpenOption.SYNC,
                StandardOpenOption.WRITE);
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
}
