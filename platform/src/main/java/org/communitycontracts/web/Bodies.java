package org.communitycontracts.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How much a request may carry: 32 kB, 512 kB where lists and outlines are pasted, and 32 MB where photos are sent. What does not say its length first is
 * not read at all; browsers always say it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class Bodies extends OncePerRequestFilter {
    static final int MOST = 32 * 1024;
    static final int MOST_PASTED = 512 * 1024;
    static final int MOST_PHOTOS = 32 * 1024 * 1024;
    private static final Pattern PHOTOS = Pattern.compile("/councils/[^/]+/report/[^/]+/photos");
    private static final Pattern PASTED = Pattern.compile(
            "/councils/[^/]+/office/(neighbourhoods(/[^/]+)?|invitations/many(/send)?|[^/]+/(letters|list))");

    private final Pages pages;
    private final Watch watch;

    Bodies(Pages pages, Watch watch) {
        this.pages = pages;
        this.watch = watch;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        boolean isUntold = length < 0 && request.getHeader("Transfer-Encoding") != null;
        int most = most(request.getRequestURI());
        if (isUntold || length > most) {
            HttpStatus status = isUntold ? HttpStatus.LENGTH_REQUIRED : HttpStatus.CONTENT_TOO_LARGE;
            watch.refused(request, "too much");
            response.setHeader("Connection", "close");
            pages.write(response, status, Sorry.because(HttpStatus.CONTENT_TOO_LARGE));
            return;
        }
        rest.doFilter(request, response);
    }

    private static int most(String path) {
        return PHOTOS.matcher(path).matches()
                ? MOST_PHOTOS
                : PASTED.matcher(path).matches() ? MOST_PASTED : MOST;
    }
}
