package org.communitycontracts.standards.open311;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.communitycontracts.web.Words;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** What is refused before a handler is asked, such as too much at once or a key used twice, is told to programs in their format. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FaultsInFormat extends OncePerRequestFilter {
    private final Words words = Words.beside(FaultsInFormat.class);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/open311/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        rest.doFilter(request, answer);
        String type = answer.getContentType();
        if (answer.getStatus() >= HttpStatus.BAD_REQUEST.value() && type != null && type.startsWith("text/html")) {
            Format format = Format.forFault(request.getRequestURI());
            String key = "refused." + answer.getStatus();
            String sentence = words.of(words.has(key) ? key : "refused");
            answer.resetBuffer();
            answer.setContentType(format.mediaType().toString());
            answer.getOutputStream()
                    .write(format.write(
                            "errors",
                            new Answer.Refused(java.util.List.of(new Answer.Fault(answer.getStatus(), sentence)))
                                    .said()));
        }
        answer.copyBodyToResponse();
    }
}
