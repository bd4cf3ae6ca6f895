package org.communitycontracts.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A request of a machine, whose body is neither fields nor files: read whole, so that it can be marked and then read again. */
final class SentBody extends HttpServletRequestWrapper {
    private final byte[] body;

    private SentBody(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body.clone();
    }

    /** The request itself where the server below reads the fields or files. */
    static HttpServletRequest of(HttpServletRequest request) throws IOException {
        return isForm(request) || isMultipart(request)
                ? request
                : new SentBody(request, request.getInputStream().readAllBytes());
    }

    static boolean isForm(HttpServletRequest request) {
        return kind(request).startsWith("application/x-www-form-urlencoded");
    }

    static boolean isMultipart(HttpServletRequest request) {
        return kind(request).startsWith("multipart/");
    }

    private static String kind(HttpServletRequest request) {
        String kind = request.getContentType();
        return kind == null ? "" : kind.toLowerCase(Locale.ROOT);
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Again(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
    }

    private static final class Again extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Again(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int most) {
            return bytes.read(into, from, most);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("The body is here already");
        }
    }
}
