package org.communitycontracts.people.signin;

import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** What a browser's session holds of a person: which person, and which signing in; all else is looked up each time. */
final class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 2;

    private final long council;
    private final UUID person;
    private final UUID session;

    SignedIn(long council, UUID person, UUID session) {
        super(List.of());
        this.council = council;
        this.person = person;
        this.session = session;
        setAuthenticated(true);
    }

    long council() {
        return council;
    }

    UUID person() {
        return person;
    }

    UUID session() {
        return session;
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
