package org.communitycontracts.acts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** The pair of Ed25519 keys that signs the heads of the record. Whoever has it can sign for this house. */
public final class RecordKey {
    private static final String KIND = "Ed25519";

    private final KeyPair pair;

    private RecordKey(KeyPair pair) {
        this.pair = pair;
    }

    /** A new pair that nobody keeps. */
    public static RecordKey fresh() {
        try {
            return new RecordKey(KeyPairGenerator.getInstance(KIND).generateKeyPair());
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("Every Java has Ed25519", fault);
        }
    }

    /**
     * The pair in this file; where there is none yet, a new one is put there for its owner's eyes only.
     *
     * @throws IllegalArgumentException when the file does not hold a pair of keys
     * @throws IOException when it can be neither read nor written
     */
    public static RecordKey in(Path file) throws IOException {
        if (!Files.exists(file)) {
            write(fresh(), file);
        }
        List<String> lines = Files.readAllLines(file);
        try {
            KeyFactory keys = KeyFactory.getInstance(KIND);
            PrivateKey secret = keys.generatePrivate(new PKCS8EncodedKeySpec(bytes(lines, "private")));
            PublicKey open = keys.generatePublic(new X509EncodedKeySpec(bytes(lines, "public")));
            RecordKey key = new RecordKey(new KeyPair(open, secret));
            if (isBy(key.publicText(), KIND.getBytes(StandardCharsets.UTF_8), key.sign(KIND))) {
                return key;
            }
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            // told below
        }
        throw new IllegalArgumentException("The file " + file + " does not hold the two keys of the record."
                + " Put it back from a copy; a new key would say nothing about the heads signed so far.");
    }

    private static void write(RecordKey key, Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file stands in a folder");
        Files.createDirectories(folder);
        Path half = ownersOnly(folder);
        Base64.Encoder text = Base64.getEncoder();
        Files.write(
                half,
                List.of(
                        "# Signs the daily heads of the record of acts. Keep it secret, and keep a copy.",
                        "private " + text.encodeToString(key.pair.getPrivate().getEncoded()),
                        "public " + key.publicText()));
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path ownersOnly(Path folder) throws IOException {
        try {
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            return Files.createTempFile(folder, "record", ".key", owner);
        } catch (UnsupportedOperationException _) {
            return Files.createTempFile(folder, "record", ".key");
        }
    }

    private static byte[] bytes(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + " "))
                .findFirst()
                .map(line -> Base64.getDecoder().decode(line.substring(name.length() + 1)))
                .orElseThrow(() -> new IllegalArgumentException("no " + name + " key"));
    }

    /** The public key: its X.509 form in base 64, in one line. */
    public String publicText() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    byte[] sign(String text) {
        return sign(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] sign(byte[] bytes) {
        try {
            Signature signing = Signature.getInstance(KIND);
            signing.initSign(pair.getPrivate());
            signing.update(bytes);
            return signing.sign();
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("The record could not be signed", fault);
        }
    }

    /** Whether the owner of this public key signed these bytes; no when the key or the signature is none at all. */
    static boolean isBy(String publicText, byte[] bytes, byte[] signature) {
        try {
            byte[] key = Base64.getDecoder().decode(publicText);
            Signature checking = Signature.getInstance(KIND);
            checking.initVerify(KeyFactory.getInstance(KIND).generatePublic(new X509EncodedKeySpec(key)));
            checking.update(bytes);
            return checking.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }
}
