package org.communitycontracts.acts;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Fields one after another, each led by its length in four bytes, so that no two lists of fields give the same bytes. */
final class Fields {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Begins with the name of the form, so that no form can be taken for another. */
    Fields(String form) {
        add(form);
    }

    final Fields add(String field) {
        byte[] text = field.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
        bytes.writeBytes(text);
        return this;
    }

    Fields add(long number) {
        return add(Long.toString(number));
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** SHA-256 of all of it, as hexadecimal digits. */
    String digest() {
        return HexFormat.of().formatHex(sha256().digest(bytes()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("Every Java has SHA-256", fault);
        }
    }
}
