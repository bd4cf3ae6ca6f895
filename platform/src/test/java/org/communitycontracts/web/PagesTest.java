package org.communitycontracts.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;

class PagesTest {
    private static WebAlone web;

    @BeforeAll
    static void open() {
        web = WebAlone.open();
        web.answer(new Shown(web.pages()));
    }

    @AfterAll
    static void close() {
        web.close();
    }

    @Test
    void aPageComesPackedWithItsHeaders() throws Exception {
        HttpResponse<byte[]> answer = web.get("/shown", "Accept-Encoding", "gzip");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).isEqualTo("text/html;charset=UTF-8");
        String page = new String(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(), UTF_8);
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"en\"")
                .endsWith("</html>\n");
        FaultsTest.guarded(answer);
    }

    @Test
    void aReaderWhoHasThePageAlreadyIsToldSo() throws Exception {
        String tag = web.get("/shown").headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> again = web.get("/shown", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(web.get("/shown", "If-None-Match", "W/\"another\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void headGivesTheHeadersAlone() throws Exception {
        HttpResponse<byte[]> answer =
                web.send(HttpRequest.newBuilder(web.at("/shown")).method("HEAD", BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("ETag"))
                .isEqualTo(web.get("/shown").headers().firstValue("ETag"));
    }

    @Test
    void aSlashTooManyLeadsToThePage() throws Exception {
        HttpResponse<byte[]> answer = web.get("/shown/?a=b");
        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location")).contains("/shown?a=b");
    }

    @Test
    void theStylesheetMayBeKeptForEver() throws Exception {
        HttpResponse<byte[]> answer = web.get(Look.style());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=31536000, public, immutable");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/css");
        assertThat(web.get("/look/community.css").statusCode()).isEqualTo(404);
        assertThat(web.get(Look.icon()).headers().firstValue("Content-Type")).contains("image/svg+xml");
    }

    @Test
    void theLookIsOursAndSmall() throws Exception {
        String style = new String(web.get(Look.style()).body(), UTF_8);
        assertThat(style)
                .doesNotContain("GDS Transport")
                .doesNotContain("crown")
                .doesNotContain("#1d70b8");
        assertThat(style.length()).isLessThan(60_000);
        assertThat(web.get(Look.style(), "Accept-Encoding", "gzip").body().length)
                .isLessThan(12_000);
    }

    /** A page of the room's own. */
    record Shown(Pages pages) {
        @GetMapping(path = "/shown")
        ResponseEntity<byte[]> shown() {
            Words words = Frame.words(Locale.UK);
            return pages.page("web/sorry.jte", Map.of("sorry", Sorry.of("refused"), "words", words));
        }
    }
}
