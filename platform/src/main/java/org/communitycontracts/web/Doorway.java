package org.communitycontracts.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/**
 * The doorway every request comes through: forged requests are refused here. Who may do what is asked of the policy in
 * each room's door, not here; how a person signs in is added by the room that knows people.
 */
@Configuration
@ConditionalOnWebApplication
class Doorway {

    @Bean
    SecurityFilterChain guarded(HttpSecurity security, OwnAddress here) {
        return security.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .csrf(forged -> forged.csrfTokenRepository(words(here)).ignoringRequestMatchers(Programs::isFor))
                .headers(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /**
     * The browser keeps its secret in a cookie that no script reads and no other site has sent along; where the site is reached
     * by HTTPS the name's beginning makes browsers hold us to that. It is given when a page first has a form, never before.
     */
    private static CookieCsrfTokenRepository words(OwnAddress here) {
        boolean secure = here.isSecure();
        CookieCsrfTokenRepository words = new CookieCsrfTokenRepository();
        words.setCookieName(secure ? "__Host-XSRF-TOKEN" : "XSRF-TOKEN");
        words.setCookiePath("/");
        words.setCookieCustomizer(cookie -> {
            cookie.httpOnly(true).sameSite("Lax");
            if (secure) {
                cookie.secure(true);
            }
        });
        return words;
    }
}
