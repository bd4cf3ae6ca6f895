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
    SecurityFilterChain guarded(HttpSecurity security) {
        return security.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .csrf(forged -> forged.csrfTokenRepository(new CookieCsrfTokenRepository()))
                .headers(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }
}
