package org.communitycontracts.permissions;

import java.util.Locale;
import java.util.Set;

/**
 * What a person is here: in the whole site, a council, a neighbourhood or a party. Each role says where it is held and
 * who may give it; the policy says what it may do.
 */
public enum Role {
    SITE_ADMINISTRATOR(Held.SITE, true),
    COUNCIL_ADMINISTRATOR(Held.COUNCIL, true, SITE_ADMINISTRATOR),
    MODERATOR(Held.COUNCIL, true, COUNCIL_ADMINISTRATOR),
    FINANCE(Held.COUNCIL, true, COUNCIL_ADMINISTRATOR),
    EVALUATOR(Held.COUNCIL, true, COUNCIL_ADMINISTRATOR),
    CONTACT_CENTRE_AGENT(Held.COUNCIL, true, COUNCIL_ADMINISTRATOR),
    COORDINATOR(Held.NEIGHBOURHOOD, true, COUNCIL_ADMINISTRATOR),
    COUNCILLOR(Held.NEIGHBOURHOOD, true, COUNCIL_ADMINISTRATOR),
    SERVICE_MANAGER(Held.PARTY, true, COUNCIL_ADMINISTRATOR),
    SERVICE_OFFICER(Held.PARTY, true, COUNCIL_ADMINISTRATOR, SERVICE_MANAGER),
    PROVIDERS_SIGNATORY(Held.PARTY, true, COUNCIL_ADMINISTRATOR),
    RESIDENTS_SIGNATORY(Held.PARTY, false, COUNCIL_ADMINISTRATOR),
    CHAMPION(Held.NEIGHBOURHOOD, false, COUNCIL_ADMINISTRATOR, COORDINATOR),
    /** Given by the proof of residency itself; see the room of people. */
    VERIFIED_RESIDENT(Held.NEIGHBOURHOOD, false),
    /** What a person says of themselves when they make an account. */
    RESIDENT(Held.NEIGHBOURHOOD, false);

    /** Where a role is held. */
    public enum Held {
        SITE,
        COUNCIL,
        NEIGHBOURHOOD,
        PARTY
    }

    private final Held held;
    private final boolean twoFactors;

    @SuppressWarnings("ImmutableEnumChecker") // a Set.of
    private final Set<Role> givers;

    Role(Held held, boolean twoFactors, Role... givers) {
        this.held = held;
        this.twoFactors = twoFactors;
        this.givers = Set.of(givers);
    }

    public Held held() {
        return held;
    }

    /** Whether the role counts only for somebody who has shown a second factor in this session. */
    public boolean needsTwoFactors() {
        return twoFactors;
    }

    /** Who may give this role and end it, within what they hold themselves. */
    public Set<Role> givers() {
        return givers;
    }

    /** Whether people give it: what a proof gives, nobody hands on. */
    public boolean isGiven() {
        return !givers.isEmpty();
    }

    /** Its name in files, tables and the keys of words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of this name in a file or a table. */
    public static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
