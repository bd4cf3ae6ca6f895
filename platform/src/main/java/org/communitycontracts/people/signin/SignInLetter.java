package org.communitycontracts.people.signin;

import java.time.Instant;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.places.Councils;
import org.communitycontracts.post.Letter;
import org.communitycontracts.post.Post;
import org.communitycontracts.web.OwnAddress;
import org.communitycontracts.web.Words;
import org.springframework.stereotype.Component;

/** The letter with the link and the code. */
@Component
class SignInLetter {
    private final Words words = Words.beside(SignInLetter.class);
    private final OwnAddress here;
    private final Councils councils;
    private final Post post;

    SignInLetter(OwnAddress here, Councils councils, Post post) {
        this.here = here;
        this.councils = councils;
        this.post = post;
    }

    void send(Asking asking, SignInLinks.Secrets secrets, Instant now) {
        long council = asking.councilNumber();
        String link =
                here.of("/sign-in/links/" + council + "/" + secrets.token().secret());
        String name = council == Standing.SITE
                ? words.of("ask.council.site")
                : councils.council(council).name();
        post.send(
                Letter.of(
                        council,
                        asking.address().written(),
                        words.of("letter.subject"),
                        words.of("letter.text", name, link, secrets.code())),
                now);
    }
}
