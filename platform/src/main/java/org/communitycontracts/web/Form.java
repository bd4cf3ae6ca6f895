package org.communitycontracts.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;

/**
 * A form as it was sent: a mark of its key, and a mark of what it held and by which browser it was sent. The marks tell two
 * forms apart and say nothing of what was in them.
 */
@SuppressWarnings("ArrayRecordComponent") // compared where it is kept
record Form(byte[] key, byte[] fingerprint) {

    static Form of(String key, HttpServletRequest request) {
        MessageDigest held = sha256();
        add(held, request.getMethod());
        add(held, request.getRequestURI());
        for (Map.Entry<String, String[]> field : new TreeMap<>(request.getParameterMap()).entrySet()) {
            if (!field.getKey().equals("_csrf") && !field.getKey().equals(Once.KEY)) {
                add(held, field.getKey());
                for (String value : field.getValue()) {
                    add(held, value);
                }
            }
        }
        String browser = browser(request);
        add(held, browser);
        MessageDigest marked = sha256();
        add(marked, key);
        add(marked, browser);
        return new Form(marked.digest(), held.digest());
    }

    /** Each browser has a secret of its own against forged forms; so nobody can use another's key. */
    private static String browser(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().endsWith("XSRF-TOKEN")) {
                    return cookie.getValue();
                }
            }
        }
        return "";
    }

    private static void add(MessageDigest to, String piece) {
        byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
        to.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        to.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
