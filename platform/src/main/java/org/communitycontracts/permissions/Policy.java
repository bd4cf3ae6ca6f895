package org.communitycontracts.permissions;

import java.util.Set;

/**
 * The one place that says who may do what. It allows nothing that a {@link Deed} or a {@link Role} does not name; a role
 * counts only within what it is held for, and a role of staff only after a second factor.
 */
public final class Policy {
    private Policy() {}

    /** Whether this actor may do this there. */
    public static Answer ask(Actor actor, Deed deed, Where where) {
        if (deed.isForOneself() && actor.is(where.person()) && actor.council() == where.council()) {
            return new Answer.Allowed();
        }
        return answer(actor, deed.roles(), where);
    }

    /** Whether this actor may give this role there, or end it; anybody may lay down a role of their own. */
    public static Answer askToGive(Actor actor, Role role, Where where) {
        return answer(actor, role.givers(), where);
    }

    /**
     * Lets the deed go on, or stops it.
     *
     * @throws NotAllowed when the actor may not
     */
    public static void demand(Actor actor, Deed deed, Where where) {
        ask(actor, deed, where).orStop();
    }

    /**
     * Lets the role be given or ended, or stops it.
     *
     * @throws NotAllowed when the actor may not
     */
    public static void demandToGive(Actor actor, Role role, Where where) {
        askToGive(actor, role, where).orStop();
    }

    /**
     * Lets somebody lay a role of their own down, or name who stands in; both count as acting in it.
     *
     * @throws NotAllowed when the role counts only with a second factor and none was shown
     */
    public static void demandOverOwn(Actor actor, Role role) {
        if (role.needsTwoFactors() && !actor.twoFactors()) {
            new Answer.Refused(Answer.Why.SECOND_FACTOR).orStop();
        }
    }

    private static Answer answer(Actor actor, Set<Role> roles, Where where) {
        boolean waits = false;
        for (Standing standing : actor.standings()) {
            if (roles.contains(standing.role()) && standing.covers(where)) {
                if (actor.twoFactors() || !standing.role().needsTwoFactors()) {
                    return new Answer.Allowed();
                }
                waits = true;
            }
        }
        return new Answer.Refused(
                waits ? Answer.Why.SECOND_FACTOR : actor.isSignedIn() ? Answer.Why.NO_ROLE : Answer.Why.SIGN_IN);
    }
}
