package org.communitycontracts.people.signin;

import java.time.Duration;
import org.communitycontracts.web.OwnAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The cookie that carries the number of a session: no script reads it, no other site has it sent along with a form, and
 * where the site is reached by HTTPS it never leaves it (the name's beginning makes browsers hold us to that).
 */
@Configuration(proxyBeanMethods = false)
class SessionCookie {
    /** As long as the longest session may rest; what ends sooner ends in our own book. */
    static final Duration KEPT = Duration.ofDays(30);

    @Bean
    CookieSerializer sessionCookies(OwnAddress here) {
        boolean secure = here.isSecure();
        DefaultCookieSerializer cookies = new DefaultCookieSerializer();
        cookies.setCookieName(secure ? "__Host-session" : "session");
        cookies.setUseSecureCookie(secure);
        cookies.setUseHttpOnlyCookie(true);
        cookies.setSameSite("Lax");
        cookies.setCookiePath("/");
        cookies.setCookieMaxAge((int) KEPT.toSeconds());
        return cookies;
    }
}
