package org.communitycontracts.people.office;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.communitycontracts.people.AgeBand;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.Invitation;
import org.communitycontracts.people.Invitations;
import org.communitycontracts.people.Parties;
import org.communitycontracts.people.People;
import org.communitycontracts.people.Person;
import org.communitycontracts.people.Register;
import org.communitycontracts.people.Token;
import org.communitycontracts.people.signin.Sessions;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.places.Councils;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.store.Sight;
import org.communitycontracts.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Accepting an invitation: the link shows what is offered, the button accepts it. Whoever has the letter has shown that the
 * address is theirs, so a new account begins here; whoever has one signs in as always and comes back with the letter, so that
 * a letter that lies about for days lets nobody into an account. Whoever is signed in as somebody else stays that.
 */
@RestController
class AcceptPages {
    private final Pages pages;
    private final Councils councils;
    private final Neighbourhoods neighbourhoods;
    private final Parties parties;
    private final People people;
    private final Invitations invitations;
    private final Register register;
    private final Sessions sessions;
    private final Sight sight;
    private final InstantSource clock;

    AcceptPages(
            Pages pages,
            Councils councils,
            Neighbourhoods neighbourhoods,
            Parties parties,
            People people,
            Invitations invitations,
            Register register,
            Sessions sessions,
            Sight sight,
            InstantSource clock) {
        this.pages = pages;
        this.councils = councils;
        this.neighbourhoods = neighbourhoods;
        this.parties = parties;
        this.people = people;
        this.invitations = invitations;
        this.register = register;
        this.sessions = sessions;
        this.sight = sight;
        this.clock = clock;
    }

    @GetMapping("/invitations/{council}/{token}")
    ResponseEntity<byte[]> offer(@PathVariable long council, @PathVariable String token, Actor actor) {
        sight.of(council);
        return invitations
                .find(council, new Token(token), clock.instant())
                .map(found -> isOfAnother(found.email(), council, actor)
                        ? refused("accept.known")
                        : page(found, token, Form.of("accept", Map.of("name", known(found.name())))))
                .orElseGet(() -> refused("accept.late"));
    }

    @PostMapping("/invitations/{council}/{token}")
    ResponseEntity<byte[]> accept(
            @PathVariable long council,
            @PathVariable String token,
            @RequestParam Map<String, String> typed,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        sight.of(council);
        Optional<Invitation> found = invitations.find(council, new Token(token), clock.instant());
        if (found.isEmpty()) {
            return refused("accept.late");
        }
        Invitation invitation = found.get();
        Form form = Form.of("accept", typed);
        EmailAddress email = invitation.email() == null ? form.emailIn("email").orElse(null) : invitation.email();
        Optional<Person> there = email == null ? Optional.empty() : people.find(council, email);
        if (there.filter(Person::isClosed).isPresent()) {
            return refused("accept.closed");
        }
        if (isOfAnother(email, council, actor)) {
            return refused("accept.known");
        }
        String name = there.map(Person::name).orElseGet(() -> form.fullName("name"));
        if (form.isWrong() || email == null) {
            return page(invitation, token, form);
        }
        return accepted(invitation, name, email)
                .map(person -> {
                    if (there.isEmpty() && actor.isSignedIn()) {
                        return refused(HttpStatus.OK, "accept.beside");
                    }
                    if (there.isEmpty()) {
                        sessions.beginByLetter(person, request, response);
                    }
                    return Pages.seeOther(onward(invitation.standing()));
                })
                .orElseGet(() -> refused("accept.late"));
    }

    /** Whether this is the address of an account, and not of the one that is signed in. */
    private boolean isOfAnother(@Nullable EmailAddress email, long council, Actor actor) {
        return email != null
                && people.find(council, email)
                        .filter(person -> !person.id().equals(actor.person()))
                        .isPresent();
    }

    /** Opens the account, unless it is there, and gives the role: both, or neither. */
    private Optional<Person> accepted(Invitation invitation, String name, EmailAddress email) {
        return register.inOneStep(() -> {
            Person person =
                    people.open(invitation.standing().council(), name, email, AgeBand.NOT_SAID, clock.instant());
            return invitations.accept(invitation, person, clock.instant()) ? Optional.of(person) : Optional.empty();
        });
    }

    private String onward(Standing standing) {
        return switch (standing.role()) {
            case SITE_ADMINISTRATOR -> "/site";
            case COUNCIL_ADMINISTRATOR, COORDINATOR, SERVICE_MANAGER ->
                "/councils/" + councils.council(standing.council()).slug() + "/office";
            default -> "/account";
        };
    }

    private ResponseEntity<byte[]> page(Invitation invitation, String token, Form form) {
        long council = invitation.standing().council();
        EmailAddress email = invitation.email();
        boolean isKnown = email != null && people.find(council, email).isPresent();
        String where = council == Standing.SITE
                ? Names.WORDS.of("accept.site")
                : councils.council(council).name();
        String role =
                Names.of(neighbourhoods.list(council), parties.list(council)).tell(invitation.standing());
        return pages.page(
                form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                "people/office/accept.jte",
                Map.of(
                        "form",
                        form,
                        "action",
                        "/invitations/" + council + "/" + token,
                        "where",
                        where,
                        "role",
                        role,
                        "asksName",
                        !isKnown,
                        "asksEmail",
                        email == null,
                        "strong",
                        invitation.standing().role().needsTwoFactors()));
    }

    private ResponseEntity<byte[]> refused(String why) {
        return refused(HttpStatus.UNPROCESSABLE_CONTENT, why);
    }

    private ResponseEntity<byte[]> refused(HttpStatus status, String why) {
        return pages.page(status, "people/office/refused.jte", Map.of("why", why, "error", status.isError()));
    }

    private static String known(@Nullable String name) {
        return name == null ? "" : name;
    }
}
