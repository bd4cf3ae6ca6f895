package org.communitycontracts.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitycontracts.people.People;
import org.communitycontracts.people.Person;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.store.Sight;
import org.communitycontracts.web.Watch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** The sessions of those who have signed in: begun, strengthened by a second factor, ended. */
@Component
public class Sessions {
    /** The use of a session is written down no more often than this. */
    private static final Duration NEWS = Duration.ofMinutes(1);

    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    /** What Spring keeps of them; not there for a command, which has no browsers. */
    private final ObjectProvider<FindByIndexNameSessionRepository<?>> kept;

    private final SessionRows rows;
    private final People people;
    private final Watch watch;
    private final Sight sight;
    private final InstantSource clock;

    Sessions(
            ObjectProvider<FindByIndexNameSessionRepository<?>> kept,
            SessionRows rows,
            People people,
            Watch watch,
            Sight sight,
            InstantSource clock) {
        this.kept = kept;
        this.rows = rows;
        this.people = people;
        this.watch = watch;
        this.sight = sight;
        this.clock = clock;
    }

    /** Begins a session for somebody who has used the link in a letter, which shows that the address is theirs. */
    public void beginByLetter(Person person, HttpServletRequest request, HttpServletResponse response) {
        begin(person, Way.LETTER, request, response);
    }

    /** Begins a session, under a number that nobody has seen before. */
    void begin(Person person, Way way, HttpServletRequest request, HttpServletResponse response) {
        String browser = BrowserWords.of(request.getHeader(HttpHeaders.USER_AGENT));
        UUID id = rows.begin(person, way, browser, clock.instant());
        keep(new SignedIn(person.council(), person.id(), id), request, response);
        watch.passed(request, "signed in by " + way.word());
    }

    /**
     * Whoever acts in this session at this moment: nobody when it has ended, by itself or by hand, or when the account was
     * closed. From here on the request sees the rows of the person's own council.
     */
    Actor actor(SignedIn signedIn) {
        sight.of(signedIn.council());
        Instant now = clock.instant();
        Optional<Session> session = rows.find(signedIn.council(), signedIn.session());
        if (session.isEmpty()) {
            return Actor.NOBODY;
        }
        Actor actor = people.actor(
                signedIn.council(), signedIn.person(), session.get().hasTwoFactors(), now);
        if (Staying.of(actor).isOver(session.get(), now)) {
            rows.end(signedIn.council(), signedIn.session(), now);
            return Actor.NOBODY;
        }
        if (!now.isBefore(session.get().usedAt().plus(NEWS))) {
            rows.use(signedIn.council(), signedIn.session(), now);
        }
        return actor;
    }

    /** The session this request belongs to; empty when nobody has signed in, or it has ended. */
    Optional<Session> current() {
        return signedIn().flatMap(known -> rows.find(known.council(), known.session()));
    }

    /** A second factor has been shown in this session, which gets a new number. */
    void prove(HttpServletRequest request, HttpServletResponse response) {
        SignedIn signedIn = signedIn().orElseThrow();
        rows.prove(signedIn.council(), signedIn.session(), clock.instant());
        keep(signedIn, request, response);
        watch.passed(request, "a second factor was shown");
    }

    /** The open sessions of a person, the last used first. */
    List<Session> list(Actor actor) {
        Instant now = clock.instant();
        return actor.person() == null
                ? List.of()
                : rows.list(actor.council(), actor.person()).stream()
                        .filter(session -> !Staying.of(actor).isOver(session, now))
                        .toList();
    }

    /** Leaves the browser without a session, when there is no row of it to end any more. */
    public void leave(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /** Ends this session. */
    void end(HttpServletRequest request) {
        signedIn().ifPresent(known -> {
            sight.of(known.council());
            rows.end(known.council(), known.session(), clock.instant());
        });
        leave(request);
    }

    /** Ends one session of a person, wherever it is. */
    void end(Owner owner, UUID session) {
        if (rows.find(owner.council(), session)
                .filter(found -> found.person().equals(owner.person()))
                .isPresent()) {
            rows.end(owner.council(), session, clock.instant());
        }
    }

    /** Ends every session of a person, on every machine. */
    public void endAll(long council, UUID person) {
        rows.endAll(council, person, clock.instant());
        kept.ifAvailable(browsers -> browsers.findByPrincipalName(SignedIn.name(council, person))
                .keySet()
                .forEach(browsers::deleteById));
    }

    private static Optional<SignedIn> signedIn() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn known
                ? Optional.of(known)
                : Optional.empty();
    }

    private void keep(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        request.getSession().setMaxInactiveInterval((int) SessionCookie.KEPT.toSeconds());
    }
}
