package org.communitycontracts.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** The proof of an address, kept in the session of somebody new until they have said their name. */
final class Proofs {
    private static final String KEPT = Proof.class.getName();

    private Proofs() {}

    static void keep(Proof proof, HttpServletRequest request) {
        HttpSession session = request.getSession();
        request.changeSessionId();
        session.setAttribute(KEPT, proof);
    }

    static Optional<Proof> find(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(KEPT) instanceof Proof proof
                ? Optional.of(proof)
                : Optional.empty();
    }

    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(KEPT);
        }
    }
}
