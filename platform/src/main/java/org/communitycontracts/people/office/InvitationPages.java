package org.communitycontracts.people.office;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.Invitation;
import org.communitycontracts.people.Invitations;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The invitations that are out: list, make one, send again, withdraw. */
@RestController
class InvitationPages {
    private static final String ALL = "/councils/{slug}/office/invitations";
    private static final String ONE = ALL + "/{id}";

    private final Pages pages;
    private final Offices offices;
    private final Invitations invitations;
    private final Inviting inviting;

    InvitationPages(Pages pages, Offices offices, Invitations invitations, Inviting inviting) {
        this.pages = pages;
        this.offices = offices;
        this.invitations = invitations;
        this.inviting = inviting;
    }

    @GetMapping(ALL)
    ResponseEntity<byte[]> list(@PathVariable String slug, @RequestParam(defaultValue = "") String done, Actor actor) {
        return offices.in(slug, actor, office -> {
            List<Invitation> seen = invitations.list(office.council().id()).stream()
                    .filter(office::sees)
                    .toList();
            return pages.page(
                    HttpStatus.OK,
                    "people/office/invitations.jte",
                    Map.of("office", office, "invitations", seen, "done", done));
        });
    }

    @GetMapping(ALL + "/new")
    ResponseEntity<byte[]> blank(@PathVariable String slug, Actor actor) {
        return offices.in(slug, actor, office -> page(office, Form.blank("offer")));
    }

    @PostMapping(ALL)
    ResponseEntity<byte[]> make(@PathVariable String slug, @RequestParam Map<String, String> typed, Actor actor) {
        return offices.in(slug, actor, office -> {
            Form form = Form.of("offer", typed);
            String name = form.fullName("name");
            Optional<EmailAddress> email = form.emailIn("email");
            Optional<Offer> offer = Offer.read(form, office);
            if (form.isWrong()) {
                return page(office, form);
            }
            inviting.invite(office, List.of(new Inviting.Guest(name, email.orElseThrow(), offer.orElseThrow())));
            return office.to("/invitations?done=invitation.made");
        });
    }

    @PostMapping(ONE + "/send-again")
    ResponseEntity<byte[]> again(@PathVariable String slug, @PathVariable UUID id, Actor actor) {
        return of(slug, id, actor, (office, invitation) -> {
            inviting.again(office, invitation);
            return office.to("/invitations?done=invitation.again");
        });
    }

    @GetMapping(ONE + "/withdraw")
    ResponseEntity<byte[]> ask(@PathVariable String slug, @PathVariable UUID id, Actor actor) {
        return of(
                slug,
                id,
                actor,
                (office, invitation) -> pages.page(
                        HttpStatus.OK,
                        "people/office/confirm.jte",
                        Map.of("office", office, "confirm", Confirm.withdrawalOf(invitation, office))));
    }

    @PostMapping(ONE + "/withdraw")
    ResponseEntity<byte[]> withdraw(@PathVariable String slug, @PathVariable UUID id, Actor actor) {
        return of(slug, id, actor, (office, invitation) -> {
            invitations.withdraw(actor, invitation, office.now());
            return office.to("/invitations?done=invitation.withdrawn");
        });
    }

    /** What is done with one invitation. */
    private interface Work {
        ResponseEntity<byte[]> with(Office office, Invitation invitation);
    }

    private ResponseEntity<byte[]> of(String slug, UUID id, Actor actor, Work work) {
        return offices.in(
                slug,
                actor,
                office -> invitations
                        .find(office.council().id(), id)
                        .filter(office::sees)
                        .map(found -> work.with(office, found))
                        .orElseGet(pages::notFound));
    }

    private ResponseEntity<byte[]> page(Office office, Form form) {
        return pages.page(
                form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                "people/office/invite.jte",
                Map.of("office", office, "form", form));
    }
}
