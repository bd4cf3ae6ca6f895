package org.communitycontracts.web;

import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.UrlHandlerFilter;

/** How the web server below is set: answers are packed, a stray slash at the end is taken off, its own refusals are calm. */
@Configuration
class Server {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> packed() {
        return server -> {
            Compression packing = new Compression();
            packing.setEnabled(true);
            packing.setMinResponseSize(DataSize.ofBytes(860));
            packing.setMimeTypes(new String[] {
                "text/html", "text/css", "text/plain", "text/csv", "text/xml",
                "application/json", "application/jsonl", "application/geo+json", "application/atom+xml", "image/svg+xml"
            });
            server.setCompression(packing);
            server.addContextCustomizers(Server::refuseCalmly);
        };
    }

    @Bean
    FilterRegistrationBean<UrlHandlerFilter> withoutTrailingSlash() {
        UrlHandlerFilter filter = UrlHandlerFilter.trailingSlashHandler("/**")
                .redirect(HttpStatus.PERMANENT_REDIRECT)
                .build();
        FilterRegistrationBean<UrlHandlerFilter> registered = new FilterRegistrationBean<>(filter);
        registered.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registered;
    }

    private static void refuseCalmly(Context context) {
        if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(LastWord.class.getName());
        }
    }
}
