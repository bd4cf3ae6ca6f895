package org.communitycontracts.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** When the database is away before a handler is asked, for who is here or what was sent before, that is told as calmly. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Away extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(Away.class);

    private final Pages pages;
    private final Headers headers;

    Away(Pages pages, Headers headers) {
        this.pages = pages;
        this.headers = headers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        try {
            rest.doFilter(request, response);
        } catch (ServletException | RuntimeException thrown) {
            boolean isAway = Faults.status(thrown).isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE);
            if (!isAway || response.isCommitted()) {
                throw thrown;
            }
            LOG.warn("Away at {}: {}", Faults.route(request), String.valueOf(thrown));
            response.reset();
            headers.tell(response);
            response.setHeader(HttpHeaders.RETRY_AFTER, Faults.TRY_AGAIN_IN_SECONDS);
            pages.write(response, HttpStatus.SERVICE_UNAVAILABLE, Sorry.because(HttpStatus.SERVICE_UNAVAILABLE));
        }
    }
}
