package org.communitycontracts.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.People;
import org.communitycontracts.people.Person;
import org.communitycontracts.people.signin.DirectoryAnswer.Why;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClientException;

/**
 * Asks a staff directory who somebody is: by authorisation code with PKCE, state and nonce, each good once and in the session
 * that asked. The answer is a verified address; who that is here, and what they may do, stands in our own books.
 */
@Component
class DirectoryProof {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryProof.class);
    private static final String ONWARD = "onward";

    private final HttpSessionOAuth2AuthorizationRequestRepository askings =
            new HttpSessionOAuth2AuthorizationRequestRepository();
    private final DirectoryClient client;
    private final People people;
    private final InstantSource clock;

    DirectoryProof(DirectoryClient client, People people, InstantSource clock) {
        this.client = client;
        this.people = people;
        this.clock = clock;
    }

    /** Where to send the browser; empty when the directory cannot be reached. */
    Optional<URI> begin(
            Directory directory, String slug, String onward, HttpServletRequest request, HttpServletResponse response) {
        try {
            ClientRegistration registration = client.registration(directory, slug);
            DefaultOAuth2AuthorizationRequestResolver resolver =
                    new DefaultOAuth2AuthorizationRequestResolver(_ -> registration);
            resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                    .andThen(asking -> asking.attributes(kept -> kept.put(ONWARD, Onward.local(onward)))));
            OAuth2AuthorizationRequest asking = Objects.requireNonNull(resolver.resolve(request, slug));
            askings.saveAuthorizationRequest(asking, request, response);
            return Optional.of(URI.create(asking.getAuthorizationRequestUri()));
        } catch (RestClientException | IllegalArgumentException fault) {
            LOG.warn("The directory of {} does not answer: {}", slug, fault.toString());
            return Optional.empty();
        }
    }

    /** What the browser brought back. */
    DirectoryAnswer answer(Directory directory, String slug, HttpServletRequest request, HttpServletResponse response) {
        @Nullable OAuth2AuthorizationRequest asking = askings.removeAuthorizationRequest(request, response);
        @Nullable String code = request.getParameter("code");
        @Nullable String issuer = request.getParameter("iss");
        if (asking == null
                || code == null
                || !slug.equals(asking.getAttribute("registration_id"))
                || (issuer != null && !issuer.equals(directory.issuer()))) {
            return new DirectoryAnswer.Refused(Why.REFUSED);
        }
        try {
            ClientRegistration registration = client.registration(directory, slug);
            return known(directory, user(registration, asking, code), asking);
        } catch (AuthenticationException | RestClientException | IllegalArgumentException fault) {
            LOG.warn("The answer of the directory of {} was not believed: {}", slug, fault.toString());
            return new DirectoryAnswer.Refused(isAway(fault) ? Why.AWAY : Why.REFUSED);
        }
    }

    private OidcUser user(ClientRegistration registration, OAuth2AuthorizationRequest asking, String code) {
        OAuth2AuthorizationResponse answer = OAuth2AuthorizationResponse.success(code)
                .redirectUri(Objects.requireNonNull(registration.getRedirectUri()))
                .state(Objects.requireNonNull(asking.getState()))
                .build();
        OAuth2LoginAuthenticationToken believed =
                (OAuth2LoginAuthenticationToken) Objects.requireNonNull(client.believer()
                        .authenticate(new OAuth2LoginAuthenticationToken(
                                registration, new OAuth2AuthorizationExchange(asking, answer))));
        return (OidcUser) Objects.requireNonNull(believed.getPrincipal());
    }

    private DirectoryAnswer known(Directory directory, OidcUser user, OAuth2AuthorizationRequest asking) {
        Optional<EmailAddress> address = Optional.ofNullable(user.getEmail()).flatMap(EmailAddress::parse);
        if (address.isEmpty() || !Boolean.TRUE.equals(user.getEmailVerified())) {
            return new DirectoryAnswer.Refused(Why.UNVERIFIED);
        }
        if (!directory.speaksFor(address.get())) {
            return new DirectoryAnswer.Refused(Why.DOMAIN);
        }
        Optional<Person> person = people.find(directory.council(), address.get());
        if (person.isEmpty() || person.get().isClosed()) {
            return new DirectoryAnswer.Refused(person.isEmpty() ? Why.UNKNOWN : Why.CLOSED);
        }
        boolean isStaff = people.actor(directory.council(), person.get().id(), false, clock.instant())
                .needsTwoFactors();
        if (!isStaff) {
            return new DirectoryAnswer.Refused(Why.NO_STAFF);
        }
        Way way = saysTwoFactors(directory, user) ? Way.STRONG_DIRECTORY : Way.DIRECTORY;
        return new DirectoryAnswer.Known(person.get(), way, Objects.requireNonNull(asking.getAttribute(ONWARD)));
    }

    private static boolean saysTwoFactors(Directory directory, OidcUser user) {
        @Nullable String word = directory.twoFactorsWord();
        @Nullable List<String> ways = user.getAuthenticationMethods();
        return word != null
                && ((ways != null && ways.contains(word)) || word.equals(user.getAuthenticationContextClass()));
    }

    private static boolean isAway(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof HttpServerErrorException) {
                return true;
            }
        }
        return false;
    }
}
