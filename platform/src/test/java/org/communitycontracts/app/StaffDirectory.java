package org.communitycontracts.app;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** A real provider of OpenID Connect, as a council has one for its staff; it says of whoever comes what the test wants. */
final class StaffDirectory implements AutoCloseable {
    static final String CLIENT = "community-contracts";
    static final String SECRET = "a secret of the test";

    private final ServletWebServerApplicationContext provider;
    private final Said said;

    private StaffDirectory(ServletWebServerApplicationContext provider, Said said) {
        this.provider = provider;
        this.said = said;
    }

    static StaffDirectory open(Clock clock, String comesBackTo) {
        Said said = new Said(clock, comesBackTo);
        return new StaffDirectory(
                (ServletWebServerApplicationContext) new SpringApplicationBuilder(Provider.class)
                        .bannerMode(Banner.Mode.OFF)
                        .properties(Map.of("server.port", "0", "logging.level.root", "warn"))
                        .initializers(
                                context -> ((GenericApplicationContext) context).registerBean(Said.class, () -> said))
                        .run(),
                said);
    }

    String issuer() {
        return "http://localhost:" + requireNonNull(provider.getWebServer()).getPort();
    }

    /** What it says of the next who come: this address, and whether it is theirs. */
    StaffDirectory says(String email, boolean verified) {
        said.claims.clear();
        said.claims.put("email", email);
        said.claims.put("email_verified", verified);
        return this;
    }

    /** And this besides, or instead. */
    StaffDirectory with(String claim, Object value) {
        said.claims.put(claim, value);
        return this;
    }

    @Override
    public void close() {
        provider.close();
    }

    static final class Said {
        private final Map<String, Object> claims = new HashMap<>();
        private final Clock clock;
        private final String comesBackTo;

        private Said(Clock clock, String comesBackTo) {
            this.clock = clock;
            this.comesBackTo = comesBackTo;
        }
    }

    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
            })
    static final class Provider {
        @Bean
        SecurityFilterChain everybodyIsSignedIn(HttpSecurity security) {
            OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
            return security.securityMatcher(server.getEndpointsMatcher())
                    .with(server, configured -> configured.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                    .csrf(forged -> forged.ignoringRequestMatchers(server.getEndpointsMatcher()))
                    .addFilterBefore(new AnOfficer(), AbstractPreAuthenticatedProcessingFilter.class)
                    .build();
        }

        @Bean
        RegisteredClientRepository clients(Said said) {
            return new InMemoryRegisteredClientRepository(
                    RegisteredClient.withId(UUID.randomUUID().toString())
                            .clientId(CLIENT)
                            .clientSecret("{noop}" + SECRET)
                            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUri(said.comesBackTo)
                            .scope("openid")
                            .scope("email")
                            .clientSettings(ClientSettings.builder()
                                    .requireProofKey(true)
                                    .requireAuthorizationConsent(false)
                                    .build())
                            .build());
        }

        @Bean
        JWKSource<SecurityContext> keys() throws JOSEException {
            return new ImmutableJWKSet<>(
                    new JWKSet(new RSAKeyGenerator(2048).keyID("one").generate()));
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> says(Said said) {
            return token -> {
                if (token.getTokenType().getValue().equals("id_token")) {
                    token.getClaims()
                            .issuedAt(said.clock.instant())
                            .expiresAt(said.clock.instant().plus(Duration.ofMinutes(5)))
                            .claims(claims -> claims.putAll(said.claims));
                }
            };
        }
    }

    /** Whoever comes is the officer of the test; how a directory knows its people is its own affair. */
    private static final class AnOfficer extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
                throws ServletException, IOException {
            if (request.getRequestURI().equals("/oauth2/authorize")) {
                SecurityContextHolder.getContext()
                        .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                                "officer",
                                "",
                                List.of(FactorGrantedAuthority.fromAuthority(
                                        FactorGrantedAuthority.PASSWORD_AUTHORITY))));
            }
            rest.doFilter(request, response);
        }
    }
}
