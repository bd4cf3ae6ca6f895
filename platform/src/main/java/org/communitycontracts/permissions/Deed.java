package org.communitycontracts.permissions;

import static org.communitycontracts.permissions.Role.CHAMPION;
import static org.communitycontracts.permissions.Role.CONTACT_CENTRE_AGENT;
import static org.communitycontracts.permissions.Role.COORDINATOR;
import static org.communitycontracts.permissions.Role.COUNCILLOR;
import static org.communitycontracts.permissions.Role.COUNCIL_ADMINISTRATOR;
import static org.communitycontracts.permissions.Role.EVALUATOR;
import static org.communitycontracts.permissions.Role.SERVICE_MANAGER;
import static org.communitycontracts.permissions.Role.SERVICE_OFFICER;
import static org.communitycontracts.permissions.Role.SITE_ADMINISTRATOR;

import java.util.Set;

/** Everything that not everybody may do, with the roles that may, and whether a person may do it to what is their own. */
public enum Deed {
    /** To open a council on this site. */
    OPEN_COUNCIL(false, SITE_ADMINISTRATOR),
    /** To open a neighbourhood, name it and draw its boundary. */
    KEEP_NEIGHBOURHOODS(false, COUNCIL_ADMINISTRATOR),
    /** To enter a party, correct it and end it. */
    KEEP_PARTIES(false, COUNCIL_ADMINISTRATOR),
    /** To say which staff directory of the council says who its people are. */
    KEEP_DIRECTORY(false, COUNCIL_ADMINISTRATOR),
    /** To let other programs send reports, by a key each, and to end their keys. */
    KEEP_PROGRAM_KEYS(false, COUNCIL_ADMINISTRATOR),
    /** To see who holds which role. */
    SEE_PEOPLE(false, COUNCIL_ADMINISTRATOR, COORDINATOR, SERVICE_MANAGER),
    /** To close a person's account and open it again. */
    DISABLE_PERSON(false, COUNCIL_ADMINISTRATOR),
    /** To take away the second factors of somebody who has lost them all. */
    TAKE_LOCKS_AWAY(false, COUNCIL_ADMINISTRATOR),
    /** To see one's own page, and take along all it holds. */
    SEE_PERSON(true),
    /** To correct what is kept about a person. */
    CORRECT_PERSON(true),
    /** To have everything personal of a person erased. */
    ERASE_PERSON(true, COUNCIL_ADMINISTRATOR),
    /** To enter what somebody said by telephone, on paper or at the door. */
    ENTER_FOR_ANOTHER(false, CONTACT_CENTRE_AGENT, COORDINATOR, CHAMPION),
    /** To show that one lives here. */
    SHOW_RESIDENCY(true),
    /** To vouch that somebody lives here. */
    VOUCH_FOR_RESIDENCY(false, COORDINATOR),
    /** To print letters with codes, and to load a list of addresses. */
    PRINT_CODES(false, COUNCIL_ADMINISTRATOR, COORDINATOR),
    /** To deal with what lies on a party's desk. */
    WORK_AT_DESK(false, SERVICE_OFFICER, SERVICE_MANAGER),
    /** To read the record of acts. */
    SEE_ACTS(false, COUNCIL_ADMINISTRATOR, COUNCILLOR, EVALUATOR),
    /** To read the letters that wait in the local outbox. */
    SEE_OUTBOX(false, SITE_ADMINISTRATOR);

    private final boolean own;

    @SuppressWarnings("ImmutableEnumChecker") // a Set.of
    private final Set<Role> roles;

    Deed(boolean own, Role... roles) {
        this.own = own;
        this.roles = Set.of(roles);
    }

    /** Whether a person may do this to what is their own. */
    public boolean isForOneself() {
        return own;
    }

    /** Which roles may do this within what they hold. */
    public Set<Role> roles() {
        return roles;
    }
}
