package org.communitycontracts.people.signin;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.communitycontracts.acts.Act;
import org.communitycontracts.acts.Acts;
import org.communitycontracts.people.People;
import org.communitycontracts.people.Person;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.post.Letter;
import org.communitycontracts.post.Post;
import org.communitycontracts.web.OwnAddress;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.util.UriUtils;

/**
 * Changes to what lets a person in. Each is kept in the record of acts and told to the person by letter, in one transaction
 * with the change itself: whoever gets in by stealth cannot change the locks in silence.
 */
@Component
public class LockChanges {
    private final Words words = Words.beside(LockChanges.class);
    private final Acts acts;
    private final Post post;
    private final People people;
    private final Sessions sessions;
    private final Factors factors;
    private final OwnAddress here;
    private final TransactionOperations together;
    private final InstantSource clock;

    LockChanges(
            Acts acts,
            Post post,
            People people,
            Sessions sessions,
            Factors factors,
            OwnAddress here,
            TransactionOperations together,
            InstantSource clock) {
        this.acts = acts;
        this.post = post;
        this.people = people;
        this.sessions = sessions;
        this.factors = factors;
        this.here = here;
        this.together = together;
        this.clock = clock;
    }

    /** Whether this session of the actor's may do what nobody else must do for them: see {@link #mayChange(Owner)}. */
    public boolean isSure(Actor actor) {
        return mayChange(Owner.of(actor));
    }

    /** Whether this session may change a lock: there is none yet, or the second factor was shown in the last ten minutes. */
    boolean mayChange(Owner owner) {
        return !factors.hasAny(owner)
                || sessions.current()
                        .filter(session -> session.isFresh(clock.instant()))
                        .isPresent();
    }

    /** Where somebody who may not change a lock yet shows the second factor, and comes back from. */
    public static ResponseEntity<byte[]> showFirst(String page) {
        return Pages.seeOther("/sign-in/second?onward=" + UriUtils.encode(page, "UTF-8"));
    }

    /**
     * Does the change and tells of it; when the change comes to nothing, nothing is told.
     *
     * @param verb what the record calls it
     * @param what which lock; the letter is found under both
     */
    boolean make(Owner owner, String verb, String what, BooleanSupplier change) {
        return Boolean.TRUE.equals(together.execute(_ -> {
            Optional<Person> person = people.find(owner.council(), owner.person());
            boolean done = change.getAsBoolean();
            if (done && person.isPresent()) {
                tell(person.get(), verb, what);
            }
            return done;
        }));
    }

    /** The letter goes to the address of before the change, should it be the address that changed. */
    private void tell(Person person, String verb, String what) {
        Act.By by = new Act.By("person", person.id());
        acts.keep(Act.of(person.council(), clock.instant(), by, verb, new Act.Thing("factor", what))
                .forPerson(person.id()));
        String text = words.of("changed." + verb + "." + what) + "\n\n"
                + words.of("changed.end", here.of("/account/sessions"));
        post.send(
                Letter.of(person.council(), person.email().written(), words.of("changed.subject"), text),
                clock.instant());
    }
}
