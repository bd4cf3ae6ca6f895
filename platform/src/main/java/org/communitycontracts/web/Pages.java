package org.communitycontracts.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.zip.CRC32C;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Makes pages of templates: a handler names its template and what the template needs, and hands the answer on. */
@Component
public class Pages {
    private static final String ROOMS = "org.communitycontracts";
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final CacheControl ASK_AGAIN =
            CacheControl.maxAge(Duration.ZERO).cachePublic().staleIfError(Duration.ofDays(1));

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), ROOMS);
    private final Words words = Words.beside(Pages.class);

    /** The page, with a tag of its bytes, so that a reader who has it already is told so. */
    public ResponseEntity<byte[]> page(String template, Map<String, ?> parameters) {
        byte[] page = write(template, parameters);
        return ResponseEntity.ok()
                .cacheControl(ASK_AGAIN)
                .eTag(tag(page))
                .contentType(HTML)
                .body(page);
    }

    /** A page that is not kept: an answer to a form, a search without a result. */
    public ResponseEntity<byte[]> page(HttpStatus status, String template, Map<String, ?> parameters) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(HTML)
                .body(write(template, parameters));
    }

    /** A piece that a page of a lower room sets in. */
    public Content piece(String template, Map<String, ?> parameters) {
        Map<String, ?> kept = Map.copyOf(parameters);
        return output -> engine.render(template, Map.copyOf(kept), output);
    }

    /** Goes on to another page of this site, once what was sent is done. */
    public static ResponseEntity<byte[]> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    /** There is no such thing. */
    public ResponseEntity<byte[]> notFound() {
        return sorry(ResponseEntity.status(HttpStatus.NOT_FOUND), Sorry.of("not-found"));
    }

    ResponseEntity<byte[]> sorry(ResponseEntity.BodyBuilder answer, Sorry sorry) {
        return answer.cacheControl(CacheControl.noStore())
                .contentType(HTML)
                .body(write("web/sorry.jte", Map.of("sorry", sorry, "words", words)));
    }

    /** Says sorry where no handler is asked. */
    void write(HttpServletResponse answer, HttpStatus status, Sorry sorry) throws IOException {
        answer.setStatus(status.value());
        answer.setHeader("Cache-Control", "no-store");
        answer.setContentType(HTML.toString());
        answer.getOutputStream().write(write("web/sorry.jte", Map.of("sorry", sorry, "words", words)));
    }

    private byte[] write(String template, Map<String, ?> parameters) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template, Map.copyOf(parameters), output);
        return output.toByteArray();
    }

    /** A tag of these bytes, by which a reader who has them already is told so. */
    public static String tag(byte[] page) {
        CRC32C sum = new CRC32C();
        sum.update(page);
        return "W/\"" + Long.toHexString(sum.getValue()) + '-' + Integer.toHexString(page.length) + '"';
    }
}
