package org.communitycontracts.people;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.communitycontracts.acts.Act;
import org.communitycontracts.acts.Acts;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.permissions.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What changes here and the act that tells of it: both stand, or neither. */
@Component
public class Register {
    private final Acts acts;
    private final TransactionOperations together;

    public Register(Acts acts, TransactionOperations together) {
        this.acts = acts;
        this.together = together;
    }

    /** Does several changes in one step: all of them, or none. */
    public <T extends @Nullable Object> T inOneStep(Supplier<T> work) {
        return together.execute(_ -> work.get());
    }

    /** Does several changes in one step: all of them, or none. */
    public void inOneStep(Runnable work) {
        together.executeWithoutResult(_ -> work.run());
    }

    /**
     * Keeps that this was done, in the caller's step.
     *
     * @param whom the person it was done for; null when nobody in particular
     * @param why the reason in free text; null when none was given
     */
    public void keep(
            Act.By by,
            String verb,
            long council,
            Act.Thing thing,
            @Nullable UUID whom,
            @Nullable String why,
            Instant now) {
        Act act = Act.of(council, now, by, verb, thing);
        Act forWhom = whom == null ? act : act.forPerson(whom);
        acts.keep(why == null ? forWhom : forWhom.because(why));
    }

    /** Who acts, by that role of theirs which lets them there. */
    public static Act.By by(Actor actor, Set<Role> roles, Where where) {
        if (actor.person() == null) {
            return new Act.By("program", null);
        }
        return new Act.By(actor.by(roles, where).map(Role::word).orElse("person"), actor.person());
    }
}
