package org.communitycontracts.people.office;

import java.time.InstantSource;
import java.util.Optional;
import org.communitycontracts.people.Invitations;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.store.Sight;
import org.springframework.stereotype.Component;

/** The first start of a site: while nobody runs it, whoever reads the terminal gets a link to take it over. */
@Component
public class FirstStart {
    private final Invitations invitations;
    private final InvitationLetter letter;
    private final Sight sight;
    private final InstantSource clock;

    FirstStart(Invitations invitations, InvitationLetter letter, Sight sight, InstantSource clock) {
        this.invitations = invitations;
        this.letter = letter;
        this.sight = sight;
        this.clock = clock;
    }

    /** A new link, good for 14 days; empty once the site has an administrator. An earlier link is good no more. */
    public Optional<String> setUpLink() {
        return sight.of(
                Standing.SITE,
                () -> invitations.makeFirst(clock.instant()).map(token -> letter.link(Standing.SITE, token)));
    }
}
