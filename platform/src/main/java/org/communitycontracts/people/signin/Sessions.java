package org.communitycontracts.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.communitycontracts.people.Person;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions of those who have signed in: begun, strengthened by a second factor, ended. */
@Component
public class Sessions {
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final FindByIndexNameSessionRepository<? extends Session> kept;

    Sessions(FindByIndexNameSessionRepository<? extends Session> kept) {
        this.kept = kept;
    }

    /** Begins a session, under a number that nobody has seen before. */
    public void begin(Person person, boolean twoFactors, HttpServletRequest request, HttpServletResponse response) {
        keep(new SignedIn(person.council(), person.id(), twoFactors), request, response);
    }

    /** Ends this session. */
    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /** Ends every session of a person, on every machine. */
    public void endAll(long council, UUID person) {
        kept.findByPrincipalName(SignedIn.name(council, person)).keySet().forEach(kept::deleteById);
    }

    void keep(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
