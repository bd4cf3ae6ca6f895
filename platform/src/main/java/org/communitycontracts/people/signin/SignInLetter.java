package org.communitycontracts.people.signin;

import org.communitycontracts.web.OwnAddress;
import org.communitycontracts.web.Words;
import org.springframework.stereotype.Component;

/** The letter with the link and the code. */
@Component
class SignInLetter {
    private final Words words = Words.beside(SignInLetter.class);
    private final OwnAddress here;

    SignInLetter(OwnAddress here) {
        this.here = here;
    }

    void send(Asking asking, SignInLinks.Secrets secrets) {
        String link = here.of("/sign-in/links/" + asking.councilNumber() + "/"
                + secrets.token().secret());
        words.of("letter.text", asking.slug(), link, secrets.code());
    }
}
