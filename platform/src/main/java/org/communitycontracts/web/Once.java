package org.communitycontracts.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Every form does its work once. All of it happens in one transaction with the key that the form carries, and the answer leaves
 * after the commit: a form sent again gets the first answer again, a key used for something else is refused, and whatever fails
 * in the middle leaves nothing.
 *
 * <p>What stays of a form that is refused: a handler that <em>answers</em> with 400 to 499 has decided so, and what it stored,
 * such as a count of wrong guesses, stays; its form may be put right and sent again with the same key. A handler that
 * <em>throws</em>, or answers with 500 and more, leaves nothing. What must survive even that is written in a transaction of its
 * own ({@code PROPAGATION_REQUIRES_NEW}), which takes a second connection: keep it to one statement.
 */
@Component
@Order(0)
class Once extends OncePerRequestFilter {
    static final String KEY = "_once";
    static final String HEADER = "Idempotency-Key";
    /** Fewer than the database has connections, since a session is read and written by one of its own. */
    private static final int AT_A_TIME = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ObjectProvider<PlatformTransactionManager> transactions;
    private final ObjectProvider<Forms> forms;
    private final Pages pages;
    private final Headers headers;
    private final Duration patience;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    Once(
            ObjectProvider<PlatformTransactionManager> transactions,
            ObjectProvider<Forms> forms,
            Pages pages,
            Headers headers,
            Environment settings) {
        this.transactions = transactions;
        this.forms = forms;
        this.pages = pages;
        this.headers = headers;
        this.patience = settings.getProperty("forms.patience", Duration.class, PATIENCE);
    }

    /** A key for a new form. */
    static String freshKey() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    static boolean isReading(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    /** A house without a database keeps nothing, so that nothing can be done twice. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return isReading(request) || transactions.getIfAvailable() == null;
    }

    /** The whole body is read before a place is taken: somebody who sends slowly keeps nobody else waiting. */
    @Override
    protected void doFilterInternal(HttpServletRequest sent, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        HttpServletRequest request = SentBody.of(sent);
        @Nullable String key = key(request);
        if (key == null) {
            pages.write(response, HttpStatus.BAD_REQUEST, Sorry.of("no-key"));
            return;
        }
        Form form = Form.of(key, request);
        if (!hasPlace()) {
            response.setHeader("Retry-After", Long.toString(patience.toSeconds() + 1));
            pages.write(response, HttpStatus.SERVICE_UNAVAILABLE, Sorry.of("away"));
            return;
        }
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        try {
            inOneStep(form, request, answer, rest);
        } catch (RuntimeException | ServletException | IOException fault) {
            withdraw(answer);
            throw fault;
        } finally {
            places.release();
        }
        answer.copyBodyToResponse();
    }

    /** An answer to what did not happen: neither where it leads nor a cookie of it may leave. */
    private void withdraw(HttpServletResponse answer) {
        if (!answer.isCommitted()) {
            answer.reset();
            headers.tell(answer);
        }
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void inOneStep(
            Form form, HttpServletRequest request, ContentCachingResponseWrapper answer, FilterChain rest)
            throws ServletException, IOException {
        try {
            new TransactionTemplate(transactions.getObject()).executeWithoutResult(status -> {
                if (!stays(form, request, answer, rest)) {
                    status.setRollbackOnly();
                }
            });
        } catch (Undone fault) {
            fault.again();
        }
    }

    private boolean stays(
            Form form, HttpServletRequest request, ContentCachingResponseWrapper answer, FilterChain rest) {
        Forms kept = forms.getObject();
        try {
            kept.waitAtMost(patience);
            switch (kept.claim(form)) {
                case RUNNING -> pages.write(answer, HttpStatus.CONFLICT, Sorry.of("still-running"));
                case SENT_BEFORE -> again(kept.find(form), form, answer);
                case NEW -> {
                    rest.doFilter(request, answer);
                    return isKept(kept, form, request, answer);
                }
            }
            return false;
        } catch (IOException | ServletException fault) {
            throw new Undone(fault);
        }
    }

    private static boolean isKept(
            Forms kept, Form form, HttpServletRequest request, ContentCachingResponseWrapper answer) {
        boolean threw = request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE) != null;
        if (threw || answer.getStatus() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            return false;
        }
        if (answer.getStatus() >= HttpStatus.BAD_REQUEST.value()) {
            kept.forget(form);
        } else {
            kept.keep(form, Answered.of(answer));
        }
        return true;
    }

    private void again(Forms.Kept first, Form form, HttpServletResponse answer) throws IOException {
        if (!first.isFor(form)) {
            pages.write(answer, HttpStatus.UNPROCESSABLE_CONTENT, Sorry.of("other-form"));
            return;
        }
        Answered told = first.answer(form);
        if (told.isLeftOut()) {
            pages.write(answer, HttpStatus.CONFLICT, Sorry.of("done-already"));
        } else {
            told.again(answer);
        }
    }

    private static @Nullable String key(HttpServletRequest request) {
        String named = request.getHeader(HEADER);
        String key = named == null ? request.getParameter(KEY) : named;
        if (key == null && Programs.isFor(request)) {
            return freshKey();
        }
        return key == null || key.isBlank() || key.length() > 200 ? null : key;
    }

    /** What stopped the handler, carried out of the transaction so that nothing of it stays. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;

        Undone(Exception cause) {
            super(cause);
        }

        void again() throws ServletException, IOException {
            if (getCause() instanceof IOException fault) {
                throw fault;
            }
            throw getCause() instanceof ServletException fault ? fault : new ServletException(this);
        }
    }
}
