package org.communitycontracts.scoreboard;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.communitycontracts.store.Database;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.GenericApplicationContext;

/** The pages of places and of the scoreboard, opened on a database of hand-made counts. */
final class PagesAlone implements AutoCloseable {
    private final ServletWebServerApplicationContext house;
    private final HttpClient client = HttpClient.newHttpClient();

    private PagesAlone(ServletWebServerApplicationContext house) {
        this.house = house;
    }

    static PagesAlone open(Database database) {
        return open(database, 0);
    }

    static PagesAlone open(Database database, int port) {
        return new PagesAlone((ServletWebServerApplicationContext) new SpringApplicationBuilder(Rooms.class)
                .bannerMode(Banner.Mode.OFF)
                .properties(Map.of("server.port", Integer.toString(port), "logging.level.root", "warn"))
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(DataSource.class, database::source, bean -> bean.setDestroyMethodName("")))
                .run());
    }

    URI at(String path) {
        return URI.create(
                "http://127.0.0.1:" + requireNonNull(house.getWebServer()).getPort() + path);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The text of the page, without its marks and with single spaces. */
    String text(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode());
        }
        return answer.body()
                .replaceAll("(?s)<head>.*?</head>", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    /** The addresses of this site that the page links to, each once. */
    Set<String> links(String path) throws IOException, InterruptedException {
        Matcher links = Pattern.compile("href=\"(/[^\"#]*)").matcher(get(path).body());
        Set<String> addresses = new TreeSet<>();
        while (links.find()) {
            addresses.add(links.group(1).replace("&amp;", "&"));
        }
        return addresses;
    }

    @Override
    public void close() {
        client.close();
        house.close();
    }

    @EnableAutoConfiguration(excludeName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
    @ComponentScan(
            basePackages = {
                "org.communitycontracts.web",
                "org.communitycontracts.places",
                "org.communitycontracts.reporting",
                "org.communitycontracts.contracts",
                "org.communitycontracts.standards",
                "org.communitycontracts.scoreboard"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*(Test|Alone).*|.*[.](route|open311|desk|mailbox)[.].*"))
    static final class Rooms {
        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);
        }
    }
}
