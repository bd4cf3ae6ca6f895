package org.communitycontracts.people.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.communitycontracts.store.Sight;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whatever council a request came to see, the next one on this thread starts with none. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class SightOfARequest extends OncePerRequestFilter {
    private final Sight sight;

    SightOfARequest(Sight sight) {
        this.sight = sight;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        try {
            rest.doFilter(request, response);
        } finally {
            sight.none();
        }
    }
}
