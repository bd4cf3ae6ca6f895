package org.communitycontracts.web;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.communitycontracts.store.Database;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The room web opened by itself, on a port of its own, with the handlers a test hands in. */
final class WebAlone implements AutoCloseable {
    private final ServletWebServerApplicationContext house;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private WebAlone(ServletWebServerApplicationContext house) {
        this.house = house;
    }

    static WebAlone open() {
        return new WebAlone((ServletWebServerApplicationContext) new SpringApplicationBuilder(Room.class)
                .bannerMode(Banner.Mode.OFF)
                .properties(Map.of("server.port", "0", "logging.level.root", "warn"))
                .run());
    }

    /** With a database behind it, so that forms are done once. */
    static WebAlone open(Database database, Map<String, Object> settings) {
        return new WebAlone((ServletWebServerApplicationContext) new SpringApplicationBuilder(WithDatabase.class)
                .bannerMode(Banner.Mode.OFF)
                .properties(Map.of("server.port", "0", "logging.level.root", "error", "limits.forms", "1000000"))
                .properties(settings)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(DataSource.class, database::source, bean -> bean.setDestroyMethodName("")))
                .run());
    }

    <T> T room(Class<T> type) {
        return house.getBean(type);
    }

    ListableBeanFactory rooms() {
        return house;
    }

    Pages pages() {
        return house.getBean(Pages.class);
    }

    /** Adds the methods of a handler that carry a mapping. */
    void answer(Object handler) {
        RequestMappingHandlerMapping mappings =
                house.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        for (Method method : handler.getClass().getDeclaredMethods()) {
            RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
            if (mapping != null) {
                RequestMappingInfo info = RequestMappingInfo.paths(mapping.path())
                        .methods(mapping.method())
                        .options(mappings.getBuilderConfiguration())
                        .build();
                mappings.registerMapping(info, handler, method);
            }
        }
    }

    int port() {
        return requireNonNull(house.getWebServer()).getPort();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        client.close();
        house.close();
    }

    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
            })
    @ComponentScan(
            basePackages = "org.communitycontracts.web",
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Test|\\.Forms).*"))
    static final class Room {}

    @EnableAutoConfiguration(excludeName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
    @ComponentScan(
            basePackages = "org.communitycontracts.web",
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test.*"))
    static final class WithDatabase {
        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);
        }

        @Bean
        AddressMark addressMark() {
            return address -> "mark";
        }
    }
}
