package org.communitycontracts.people.signin;

import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** What a session holds of a person: who, and whether a second factor was shown. The roles are looked up each time. */
final class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;

    private final long council;
    private final UUID person;
    private final boolean twoFactors;

    SignedIn(long council, UUID person, boolean twoFactors) {
        super(List.of());
        this.council = council;
        this.person = person;
        this.twoFactors = twoFactors;
        setAuthenticated(true);
    }

    long council() {
        return council;
    }

    UUID person() {
        return person;
    }

    boolean twoFactors() {
        return twoFactors;
    }

    /** The same person, who has now shown a second factor. */
    SignedIn withTwoFactors() {
        return new SignedIn(council, person, true);
    }

    /** The name under which all sessions of a person are found. */
    static String name(long council, UUID person) {
        return council + "/" + person;
    }

    @Override
    public String getName() {
        return name(council, person);
    }

    @Override
    public Object getPrincipal() {
        return getName();
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
