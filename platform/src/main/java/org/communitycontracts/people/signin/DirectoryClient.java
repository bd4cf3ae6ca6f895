package org.communitycontracts.people.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.communitycontracts.web.OwnAddress;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * How this site talks to a staff directory: it reads what the directory says of itself, for an hour at a time, follows no
 * redirect, goes nowhere but {@linkplain OutsideAddresses outside}, and waits no longer than five seconds.
 */
@Component
class DirectoryClient {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final Set<SignatureAlgorithm> SIGNATURES =
            Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256);

    private static final List<String> ENDPOINTS = List.of("authorization_endpoint", "token_endpoint", "jwks_uri");

    private final Map<String, Told> told = new ConcurrentHashMap<>();
    private final ClientHttpRequestFactory web;
    private final Directories directories;
    private final OwnAddress here;
    private final Clock clock;

    DirectoryClient(Directories directories, OutsideAddresses outside, OwnAddress here, Clock clock) {
        this.web = outside.web(PATIENCE);
        this.directories = directories;
        this.here = here;
        this.clock = clock;
    }

    /**
     * The directory in the form in which Spring knows it.
     *
     * @throws org.springframework.web.client.RestClientException when it cannot be reached
     * @throws IllegalArgumentException when it says it is another than the one that was entered
     */
    ClientRegistration registration(Directory directory, String slug) {
        return ClientRegistrations.fromOidcConfiguration(configuration(directory.issuer()))
                .registrationId(slug)
                .clientId(directory.client())
                .clientSecret(directories.secret(directory))
                .redirectUri(here.of("/sign-in/directory/" + slug + "/answer"))
                .scope("openid", "email")
                .build();
    }

    /** What turns a directory's answer into a person: the code is exchanged, the token's signature and every claim checked. */
    OidcAuthorizationCodeAuthenticationProvider believer() {
        RestClientAuthorizationCodeTokenResponseClient exchange = new RestClientAuthorizationCodeTokenResponseClient();
        exchange.setRestClient(RestClient.builder()
                .requestFactory(web)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        OidcAuthorizationCodeAuthenticationProvider believer = new OidcAuthorizationCodeAuthenticationProvider(
                exchange, request -> new DefaultOidcUser(List.of(), request.getIdToken()));
        believer.setJwtDecoderFactory(this::decoder);
        return believer;
    }

    private JwtDecoder decoder(ClientRegistration directory) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        Objects.requireNonNull(directory.getProviderDetails().getJwkSetUri()))
                .restOperations(new RestTemplate(web))
                .jwsAlgorithms(known -> known.addAll(SIGNATURES))
                .build();
        JwtTimestampValidator times = new JwtTimestampValidator();
        times.setClock(clock);
        OidcIdTokenValidator claims = new OidcIdTokenValidator(directory);
        claims.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, claims));
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return decoder;
    }

    private Map<String, Object> configuration(String issuer) {
        Instant now = clock.instant();
        Told last = told.get(issuer);
        if (last != null && now.isBefore(last.at().plus(GOOD_FOR))) {
            return last.configuration();
        }
        Map<String, Object> configuration = RestClient.builder()
                .requestFactory(web)
                .build()
                .get()
                .uri(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration")
                .retrieve()
                .body(new ParameterizedTypeReference<>() {});
        if (configuration == null || !issuer.equals(configuration.get("issuer"))) {
            throw new IllegalArgumentException("The directory at " + issuer + " says it is another");
        }
        if (issuer.startsWith("https:")
                && !ENDPOINTS.stream()
                        .allMatch(
                                name -> String.valueOf(configuration.get(name)).startsWith("https:"))) {
            throw new IllegalArgumentException("The directory at " + issuer + " sends us on without HTTPS");
        }
        told.put(issuer, new Told(configuration, now));
        return configuration;
    }

    private record Told(Map<String, Object> configuration, Instant at) {}
}
