package org.communitycontracts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A browser that has opened a page with a form, and sends it in ways that a browser would not. */
final class Sender implements AutoCloseable {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern WORD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("name=\"_once\" value=\"([^\"]+)\"");

    private final WebAlone web;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    final HttpResponse<String> page;
    final String word;
    final String key;

    Sender(WebAlone web) throws Exception {
        this.web = web;
        this.page = client.send(HttpRequest.newBuilder(web.at("/say")).build(), BodyHandlers.ofString());
        this.word = found(WORD);
        this.key = found(KEY);
    }

    private String found(Pattern pattern) {
        Matcher matcher = pattern.matcher(page.body());
        assertThat(matcher.find()).as("%s in %s", pattern, page.body()).isTrue();
        return matcher.group(1);
    }

    HttpRequest.Builder form(String path, String what, @Nullable String once) {
        String body =
                "_csrf=" + encoded(word) + (once == null ? "" : "&_once=" + encoded(once)) + "&what=" + encoded(what);
        return HttpRequest.newBuilder(web.at(path)).header("Content-Type", FORM).POST(BodyPublishers.ofString(body));
    }

    HttpResponse<String> sends(String path, String what, @Nullable String once) throws Exception {
        return send(form(path, what, once));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> sendsFile(String path, String content) throws Exception {
        String body = field("_csrf", word) + field("_once", key)
                + "--part\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.txt\"\r\n\r\n" + content
                + "\r\n--part--\r\n";
        return send(HttpRequest.newBuilder(web.at(path))
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers.ofString(body)));
    }

    private static String field(String name, String value) {
        return "--part\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
