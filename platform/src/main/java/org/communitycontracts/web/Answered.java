package org.communitycontracts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * What a form was answered with: status, where it led, what kind of content it was and the content itself, up to 64 kB. A
 * cookie is not part of it: it is given once.
 */
@SuppressWarnings("ArrayRecordComponent") // passed on as it is, never compared
record Answered(int status, Map<String, String> headers, byte[] body) {
    private static final int MOST = 64 * 1024;
    private static final List<String> KEPT =
            List.of("Location", "Content-Type", "Content-Disposition", "Content-Security-Policy");

    /** A page that is too large to be kept is told of instead. */
    static Answered of(ContentCachingResponseWrapper answer) {
        boolean large = answer.getContentSize() > MOST;
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT) {
            String said = name.equals("Content-Type") ? answer.getContentType() : answer.getHeader(name);
            if (said != null) {
                headers.put(name, said);
            }
        }
        return large
                ? new Answered(HttpStatus.CONFLICT.value(), Map.of(), new byte[0])
                : new Answered(answer.getStatus(), headers, answer.getContentAsByteArray());
    }

    boolean isLeftOut() {
        return status == HttpStatus.CONFLICT.value();
    }

    void again(HttpServletResponse answer) throws IOException {
        answer.setStatus(status);
        headers.forEach((name, said) -> {
            if (name.equals("Content-Type")) {
                answer.setContentType(said);
            } else {
                answer.setHeader(name, said);
            }
        });
        answer.getOutputStream().write(body);
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(status);
        out.writeInt(headers.size());
        for (Map.Entry<String, String> header : headers.entrySet()) {
            out.writeUTF(header.getKey());
            out.writeUTF(header.getValue());
        }
        out.write(body);
        return bytes.toByteArray();
    }

    static Answered from(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        int status = in.readInt();
        int count = in.readInt();
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            headers.put(in.readUTF(), in.readUTF());
        }
        return new Answered(status, headers, in.readAllBytes());
    }
}
