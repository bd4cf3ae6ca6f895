package org.communitycontracts.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A browser without a window: it keeps its cookies, follows where it is sent, and sends the forms of the page it is on. */
final class Tab implements AutoCloseable {
    private static final Pattern FORM = Pattern.compile("(?s)<form action=\"([^\"]*)\"[^>]*>(.*?)</form>");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\"(?: value=\"([^\"]*)\")?[^>]*>");

    private static final Pattern WORD = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private final OpenHouse house;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private @Nullable HttpResponse<String> last;

    Tab(OpenHouse house) {
        this.house = house;
    }

    /** Carries the session of somebody who has signed in elsewhere. */
    Tab carries(String session) {
        HttpCookie cookie = new HttpCookie("session", session);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(house.at("/"), cookie);
        return this;
    }

    /** Opens an address of ours and follows where it leads. */
    Tab opens(String path) {
        return follows(send(HttpRequest.newBuilder(house.at(path))));
    }

    /** Sends the form of this page that goes to this path, and follows where it leads. */
    Tab sends(String action, Map<String, String> typed) {
        return follows(send(form(action, typed)));
    }

    /** Sends to another path what a form of this page holds, as somebody would who skips a page. */
    Tab sendsTo(String path, String form) {
        return follows(send(post(path, hidden(form))));
    }

    /** Looks at an address without going on to where it leads; the tab stays on its page. */
    HttpResponse<String> looks(String path) {
        return send(HttpRequest.newBuilder(house.at(path)));
    }

    /** Sends these fields anywhere, with the word of this page's forms and a key of its own; the tab stays on its page. */
    HttpResponse<String> knocks(String path, Map<String, String> fields, String key) {
        Matcher word = WORD.matcher(page());
        if (!word.find()) {
            throw new AssertionError("No form stands on " + address());
        }
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", text(word.group(1)));
        all.put("_once", key);
        return send(post(path, all));
    }

    /** Sends the form, and stays where the answer comes from. */
    HttpResponse<String> sendsOnly(String action, Map<String, String> typed) {
        last = send(form(action, typed));
        return last;
    }

    /** The request that this form makes. */
    HttpRequest.Builder form(String action, Map<String, String> typed) {
        Map<String, String> fields = new LinkedHashMap<>(hidden(action));
        fields.putAll(typed);
        return post(action, fields);
    }

    /** Sends files with the form of this page that goes to this path, and follows where it leads. */
    Tab uploads(String action, String field, Map<String, byte[]> files) {
        String edge = "edge-of-a-part";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        hidden(action)
                .forEach((name, value) ->
                        part(body, edge, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        files.forEach((name, bytes) -> part(body, edge, "name=\"" + field + "\"; filename=\"" + name + "\"", bytes));
        body.writeBytes(("--" + edge + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return follows(send(HttpRequest.newBuilder(house.at(action))
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))));
    }

    private static void part(ByteArrayOutputStream body, String edge, String head, byte[] bytes) {
        body.writeBytes(("--" + edge + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    HttpRequest.Builder post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(house.at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.header(
                                    "User-Agent",
                                    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(fault);
        }
    }

    private Tab follows(HttpResponse<String> answer) {
        HttpResponse<String> shown = answer;
        for (int steps = 0; shown.statusCode() / 100 == 3; steps++) {
            if (steps > 10) {
                throw new AssertionError("Sent around in circles, last to " + shown.uri());
            }
            URI there =
                    shown.uri().resolve(shown.headers().firstValue("Location").orElseThrow());
            shown = send(HttpRequest.newBuilder(there));
        }
        last = shown;
        return this;
    }

    private Map<String, String> hidden(String action) {
        Matcher forms = FORM.matcher(page());
        while (forms.find()) {
            if (text(forms.group(1)).equals(action)) {
                Map<String, String> fields = new HashMap<>();
                Matcher inputs = HIDDEN.matcher(forms.group(2));
                while (inputs.find()) {
                    fields.put(inputs.group(1), inputs.group(2) == null ? "" : text(inputs.group(2)));
                }
                return fields;
            }
        }
        throw new AssertionError("No form goes to " + action + " on " + address() + "\n" + words());
    }

    int status() {
        return answer().statusCode();
    }

    /** The path and the question of where it is. */
    String address() {
        URI uri = answer().uri();
        return uri.getPath() + (uri.getQuery() == null ? "" : "?" + uri.getQuery());
    }

    String page() {
        return answer().body();
    }

    String heading() {
        Matcher heading = Pattern.compile("(?s)<h1[^>]*>(.*?)</h1>").matcher(page());
        return heading.find() ? text(heading.group(1)).strip() : "";
    }

    /** All words of the page, with single spaces. */
    String words() {
        return text(page().replaceAll("(?s)<head>.*?</head>", "").replaceAll("<[^>]*>", " "))
                .replaceAll("\\s+", " ");
    }

    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    void forgetsCookies() {
        cookies.getCookieStore().removeAll();
    }

    HttpResponse<String> answer() {
        if (last == null) {
            throw new AssertionError("Nothing has been opened yet");
        }
        return last;
    }

    private static String text(String html) {
        return html.replace("&#39;", "'")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
