package org.communitycontracts.people.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.communitycontracts.acts.Act;
import org.communitycontracts.acts.Acts;
import org.communitycontracts.people.People;
import org.communitycontracts.people.Person;
import org.communitycontracts.people.Register;
import org.communitycontracts.people.signin.Sessions;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Where;
import org.communitycontracts.store.Keeping;
import org.communitycontracts.store.Sight;
import org.springframework.stereotype.Component;

/**
 * Takes away everything personal of a person, for good: what the rooms keep goes as the inventory says, and in the record of
 * acts only marks stay that nobody can read. That somebody was erased stays in the record, not who.
 */
@Component
public class Erasure {
    /** How long a closed account is kept. */
    static final Duration CLOSED = Duration.ofDays(730);

    private static final int AT_ONCE = 50;

    private final People people;
    private final Acts acts;
    private final Sessions sessions;
    private final Keeping keeping;
    private final Register register;
    private final Sight sight;

    Erasure(People people, Acts acts, Sessions sessions, Keeping keeping, Register register, Sight sight) {
        this.people = people;
        this.acts = acts;
        this.sessions = sessions;
        this.keeping = keeping;
        this.register = register;
        this.sight = sight;
    }

    /** Erases a person: all of it, or nothing. Twice is the same as once. */
    public void erase(Actor actor, Person person, Instant now) {
        long council = person.council();
        Policy.demand(actor, Deed.ERASE_PERSON, Where.council(council).about(person.id()));
        register.inOneStep(() -> {
            Act.By by = Register.by(actor, Deed.ERASE_PERSON.roles(), Where.council(council));
            Act.Thing account = new Act.Thing("account", Long.toString(council));
            register.keep(by, "account.erased", council, account, person.id(), null, now);
            sessions.endAll(council, person.id());
            acts.erase(council, person.id(), now);
            keeping.erase(new Keeping.Whose(council, person.id(), person.email().folded()), now);
        });
    }

    /** How many accounts have been closed for longer than they are kept. */
    public int due(Instant now) {
        return sight.ofAll(() -> people.closedBefore(now.minus(CLOSED), Integer.MAX_VALUE))
                .size();
    }

    /** Erases those whose accounts have been closed for longer than they are kept; stopped in the middle, it goes on later. */
    public int eraseDue(Instant now) {
        int erased = 0;
        List<Person> closed;
        do {
            closed = sight.ofAll(() -> people.closedBefore(now.minus(CLOSED), AT_ONCE));
            for (Person person : closed) {
                sight.of(person.council(), () -> {
                    erase(Actor.programIn(person.council()), person, now);
                    return true;
                });
                erased++;
            }
        } while (closed.size() == AT_ONCE);
        return erased;
    }
}
