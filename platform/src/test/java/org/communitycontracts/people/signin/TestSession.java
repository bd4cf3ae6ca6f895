package org.communitycontracts.people.signin;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.communitycontracts.people.Person;
import org.communitycontracts.store.Sight;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** A session of somebody who has shown two factors, made without a browser. */
public final class TestSession {
    private TestSession() {}

    /** Begins one; the answer is the value of the cookie {@code session}. */
    public static String begin(ApplicationContext house, Person person, Instant now) {
        return begin(house, person, Way.PASSKEY, now);
    }

    /** The same of somebody who has shown one factor alone. */
    public static String beginByLetter(ApplicationContext house, Person person, Instant now) {
        return begin(house, person, Way.LETTER, now);
    }

    private static String begin(ApplicationContext house, Person person, Way way, Instant now) {
        UUID id = house.getBean(Sight.class)
                .of(person.council(), () -> house.getBean(SessionRows.class).begin(person, way, "A test", now));
        return keep(house.getBean(FindByIndexNameSessionRepository.class), person, id);
    }

    @SuppressWarnings("unchecked") // the house has one kind of session
    private static <S extends Session> String keep(
            FindByIndexNameSessionRepository<?> repository, Person person, UUID id) {
        FindByIndexNameSessionRepository<S> kept = (FindByIndexNameSessionRepository<S>) repository;
        S session = kept.createSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(new SignedIn(person.council(), person.id(), id)));
        kept.save(session);
        return Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
    }
}
