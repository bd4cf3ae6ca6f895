package org.communitycontracts.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.communitycontracts.people.People;
import org.communitycontracts.people.Person;
import org.communitycontracts.store.Sight;
import org.communitycontracts.web.OwnAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.authentication.HttpSessionPublicKeyCredentialRequestOptionsRepository;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.security.web.webauthn.registration.HttpSessionPublicKeyCredentialCreationOptionsRepository;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes passkeys and believes them, by Spring Security's WebAuthn. What a browser signs is asked for afresh each time and
 * taken once; the device must have known its owner by finger, face or number, which is why a passkey is two factors.
 */
@Component
class PasskeyProof {
    private static final Logger LOG = LoggerFactory.getLogger(PasskeyProof.class);
    private static final Owner NOBODY = new Owner(-1, new java.util.UUID(0, 0));

    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final HttpSessionPublicKeyCredentialCreationOptionsRepository makings =
            new HttpSessionPublicKeyCredentialCreationOptionsRepository();
    private final HttpSessionPublicKeyCredentialRequestOptionsRepository askings =
            new HttpSessionPublicKeyCredentialRequestOptionsRepository();
    private final Passkeys passkeys;
    private final People people;
    private final OwnAddress here;
    private final Sight sight;

    PasskeyProof(Passkeys passkeys, People people, OwnAddress here, Sight sight) {
        this.passkeys = passkeys;
        this.people = people;
        this.here = here;
        this.sight = sight;
    }

    /** What the browser needs to make a passkey for whoever is signed in, as JSON. */
    String beginToMake(Owner owner, HttpServletRequest request, HttpServletResponse response) {
        PublicKeyCredentialCreationOptions options = party(owner)
                .createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(
                        Objects.requireNonNull(authentication())));
        makings.save(request, response, options);
        return json.writeValueAsString(options);
    }

    /** Keeps the passkey that the browser made; false when it is not what was asked for. */
    boolean make(Owner owner, String made, String label, HttpServletRequest request, HttpServletResponse response) {
        @Nullable PublicKeyCredentialCreationOptions options = makings.load(request);
        makings.save(request, response, null);
        if (options == null) {
            return false;
        }
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> passkey =
                    json.readValue(made, new TypeReference<>() {});
            party(owner)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            options, new RelyingPartyPublicKey(passkey, label)));
            return true;
        } catch (RuntimeException fault) {
            LOG.info("A passkey was not believed when it was made: {}", fault.toString());
            return false;
        }
    }

    /** What the browser needs to show a passkey, as JSON: of whoever is signed in, else of anybody. */
    String beginToShow(@Nullable Owner owner, HttpServletRequest request, HttpServletResponse response) {
        PublicKeyCredentialRequestOptions options = party(owner == null ? NOBODY : owner)
                .createCredentialRequestOptions(
                        new ImmutablePublicKeyCredentialRequestOptionsRequest(owner == null ? null : authentication()));
        askings.save(request, response, options);
        return json.writeValueAsString(options);
    }

    /**
     * The person whose passkey the browser showed; empty when it is not believed, is not known here, or its account is closed.
     * From here on the request sees the rows of that person's council.
     *
     * @param expected whose it must be; null when it may be anybody's
     */
    Optional<Person> shown(
            String shown, @Nullable Owner expected, HttpServletRequest request, HttpServletResponse response) {
        @Nullable PublicKeyCredentialRequestOptions options = askings.load(request);
        askings.save(request, response, null);
        if (options == null) {
            return Optional.empty();
        }
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> passkey =
                    json.readValue(shown, new TypeReference<>() {});
            Owner owner = expected == null
                    ? Owner.parse(passkey.getResponse().getUserHandle()).orElseThrow()
                    : expected;
            sight.of(owner.council());
            @Nullable Object known = party(owner).authenticate(new RelyingPartyAuthenticationRequest(options, passkey));
            return known == null ? Optional.empty() : people.find(owner.council(), owner.person());
        } catch (RuntimeException fault) {
            LOG.info("A passkey was not believed: {}", fault.toString());
            return Optional.empty();
        }
    }

    /** The two sides of the proof: this site at its own address, and the passkeys of one person. */
    private Webauthn4JRelyingPartyOperations party(Owner owner) {
        URI site = URI.create(here.of("/"));
        String origin = here.of("/").replaceFirst("/$", "");
        PublicKeyCredentialRpEntity us = PublicKeyCredentialRpEntity.builder()
                .id(site.getHost())
                .name("Community Contracts")
                .build();
        Webauthn4JRelyingPartyOperations party =
                new Webauthn4JRelyingPartyOperations(Account.of(owner, people), passkeys.of(owner), us, Set.of(origin));
        party.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .build()));
        party.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return party;
    }

    private static @Nullable Authentication authentication() {
        return SecurityContextHolder.getContext().getAuthentication();
    }
}
