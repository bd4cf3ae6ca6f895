package org.communitycontracts.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.Map;
import java.util.TreeMap;

/**
 * A form as it was sent: a mark of its key, a mark of what it held and by which browser and account it was sent, and the secret
 * that closes its answer. The marks tell two forms apart and say nothing of what was in them.
 */
@SuppressWarnings("ArrayRecordComponent") // compared where it is kept
record Form(byte[] key, byte[] fingerprint, byte[] secret) {

    /** Reads the whole request, files included. */
    static Form of(String key, HttpServletRequest request) throws IOException, ServletException {
        String sender = sender(request);
        return new Form(
                mark("key", key, sender).digest(),
                held(request, sender),
                mark("answer", key, sender).digest());
    }

    private static byte[] held(HttpServletRequest request, String sender) throws IOException, ServletException {
        MessageDigest held = mark("held", request.getMethod(), request.getRequestURI(), sender);
        for (Map.Entry<String, String[]> field : new TreeMap<>(request.getParameterMap()).entrySet()) {
            if (!field.getKey().equals("_csrf") && !field.getKey().equals(Once.KEY)) {
                add(held, field.getKey());
                for (String value : field.getValue()) {
                    add(held, value);
                }
            }
        }
        if (SentBody.isForm(request)) {
            return held.digest();
        }
        if (!SentBody.isMultipart(request)) {
            add(held, request.getInputStream());
            return held.digest();
        }
        for (Part part : request.getParts()) {
            if (part.getSubmittedFileName() != null) {
                add(held, part.getName());
                add(held, part.getSubmittedFileName());
                add(held, Long.toString(part.getSize()));
                add(held, part.getInputStream());
            }
        }
        return held.digest();
    }

    /**
     * Each browser has a secret of its own against forged forms; so nobody can use another's key. On a machine that people
     * share, the next account does not get what the last one was told.
     */
    private static String sender(HttpServletRequest request) {
        Principal account = request.getUserPrincipal();
        String browser = "";
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().endsWith("XSRF-TOKEN")) {
                browser = cookie.getValue();
            }
        }
        return browser + ' ' + (account == null ? "" : account.getName());
    }

    private static MessageDigest mark(String... pieces) {
        MessageDigest mark = sha256();
        for (String piece : pieces) {
            add(mark, piece);
        }
        return mark;
    }

    private static void add(MessageDigest to, String piece) {
        byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
        to.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        to.update(bytes);
    }

    private static void add(MessageDigest to, InputStream bytes) throws IOException {
        try (bytes) {
            byte[] some = new byte[8192];
            for (int read = bytes.read(some); read >= 0; read = bytes.read(some)) {
                to.update(some, 0, read);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
