package org.communitycontracts.people.signin;

import java.time.Instant;
import org.communitycontracts.acts.Act;
import org.communitycontracts.people.Person;
import org.communitycontracts.people.Register;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Where;
import org.communitycontracts.post.Letter;
import org.communitycontracts.post.Post;
import org.communitycontracts.web.OwnAddress;
import org.communitycontracts.web.Words;
import org.springframework.stereotype.Component;

/**
 * For somebody who has lost the telephone and the codes on paper too: an administrator who knows who it is takes their second
 * factors away, so that they can set up new ones after the next letter. Their sessions end everywhere, the record keeps who
 * did it and why, and a letter tells the person. What needs two factors stays shut for them until they have set one up.
 */
@Component
public class LostLocks {
    private final Words words = Words.beside(LostLocks.class);
    private final Factors factors;
    private final Sessions sessions;
    private final Register register;
    private final Post post;
    private final OwnAddress here;

    LostLocks(Factors factors, Sessions sessions, Register register, Post post, OwnAddress here) {
        this.factors = factors;
        this.sessions = sessions;
        this.register = register;
        this.post = post;
        this.here = here;
    }

    /**
     * Takes them away: all of it, or nothing.
     *
     * @param why how the administrator knows who it is; kept in the record of acts
     */
    public void takeAway(Actor actor, Person person, String why, Instant now) {
        long council = person.council();
        Policy.demand(actor, Deed.TAKE_LOCKS_AWAY, Where.council(council));
        register.inOneStep(() -> {
            factors.removeAll(new Owner(council, person.id()));
            sessions.endAll(council, person.id());
            Act.By by = Register.by(actor, Deed.TAKE_LOCKS_AWAY.roles(), Where.council(council));
            Act.Thing account = new Act.Thing("account", Long.toString(council));
            register.keep(by, "factor.lost", council, account, person.id(), why, now);
            String text = words.of("changed.factor.lost", here.of("/account")) + "\n\n" + words.of("changed.lost.end");
            post.send(
                    new Letter(council, person.email().written(), words.of("changed.subject"), text, null, true), now);
        });
    }
}
