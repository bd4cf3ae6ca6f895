package org.communitycontracts.people.office;

import java.time.Instant;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.Token;
import org.communitycontracts.places.Council;
import org.communitycontracts.post.Letter;
import org.communitycontracts.post.Post;
import org.communitycontracts.web.OwnAddress;
import org.springframework.stereotype.Component;

/** The letter that offers a role: what it is, and the link that accepts it. */
@Component
class InvitationLetter {
    private final Post post;
    private final OwnAddress here;

    InvitationLetter(Post post, OwnAddress here) {
        this.post = post;
        this.here = here;
    }

    /**
     * Sends it, in the caller's step.
     *
     * @param role the role in words
     */
    void send(Council council, EmailAddress email, String role, Token token, Instant now) {
        String subject = Names.WORDS.of("letter.subject", council.name());
        String body = Names.WORDS.of("letter.text", council.name(), role, link(council.id(), token));
        post.send(Letter.of(council.id(), email.written(), subject, body), now);
    }

    /** Where an invitation is accepted. */
    String link(long council, Token token) {
        return here.of("/invitations/" + council + "/" + token.secret());
    }
}
