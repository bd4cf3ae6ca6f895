package org.communitycontracts.people.office;

import java.util.List;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.Invitation;
import org.communitycontracts.people.Invitations;
import org.communitycontracts.people.Register;
import org.communitycontracts.people.Token;
import org.springframework.stereotype.Component;

/** Makes invitations and writes their letters: both, or neither. */
@Component
class Inviting {
    private final Invitations invitations;
    private final InvitationLetter letter;
    private final Register register;

    Inviting(Invitations invitations, InvitationLetter letter, Register register) {
        this.invitations = invitations;
        this.letter = letter;
        this.register = register;
    }

    /** Somebody to be invited. */
    record Guest(String name, EmailAddress email, Offer offer) {}

    /** Invites all of them, or nobody. */
    void invite(Office office, List<Guest> guests) {
        register.inOneStep(() -> guests.forEach(guest -> {
            Offer offer = guest.offer();
            Token token = invitations.make(
                    office.actor(), guest.email(), guest.name(), offer.standing(), offer.until(), office.now());
            letter.send(office.council(), guest.email(), office.tell(offer.standing()), token, office.now());
        }));
    }

    /** Sends an invitation again, with a new link. */
    void again(Office office, Invitation invitation) {
        register.inOneStep(() -> {
            Token token = invitations.again(office.actor(), invitation, office.now());
            EmailAddress email = invitation.email();
            if (email != null) {
                letter.send(office.council(), email, office.tell(invitation.standing()), token, office.now());
            }
        });
    }
}
