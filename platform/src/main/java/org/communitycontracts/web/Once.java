package org.communitycontracts.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Every form does its work once. All of it happens in one transaction with the key that the form carries, and the answer leaves
 * after the commit: a form sent again leads where the first one led, a key used for something else is refused, and whatever
 * fails in the middle leaves nothing. An answer of 400 to 499 had no effect that counts, so its form may be sent again; what a
 * room stores for it all the same, such as a count of wrong guesses, stays.
 */
@Component
@Order(0)
class Once extends OncePerRequestFilter {
    static final String KEY = "_once";
    static final String HEADER = "Idempotency-Key";
    /** Fewer than the database has connections, since a session is read and written by one of its own. */
    private static final int AT_A_TIME = 8;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final ObjectProvider<PlatformTransactionManager> transactions;
    private final ObjectProvider<Forms> forms;
    private final Pages pages;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    Once(ObjectProvider<PlatformTransactionManager> transactions, ObjectProvider<Forms> forms, Pages pages) {
        this.transactions = transactions;
        this.forms = forms;
        this.pages = pages;
    }

    /** A key for a new form. */
    static String freshKey() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** A house without a database keeps nothing, so that nothing can be done twice. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || transactions.getIfAvailable() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        places.acquireUninterruptibly();
        try {
            new TransactionTemplate(transactions.getObject()).executeWithoutResult(status -> {
                if (run(request, answer, rest) >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
                    status.setRollbackOnly();
                }
            });
        } catch (Undone fault) {
            fault.again();
        } finally {
            places.release();
        }
        answer.copyBodyToResponse();
    }

    private int run(HttpServletRequest request, ContentCachingResponseWrapper answer, FilterChain rest) {
        @Nullable String key = key(request);
        try {
            if (key == null) {
                rest.doFilter(request, answer);
                return answer.getStatus();
            }
            Form form = Form.of(key, request);
            Forms kept = forms.getObject();
            if (!kept.isNew(form)) {
                again(kept.find(form), form, answer);
                return answer.getStatus();
            }
            rest.doFilter(request, answer);
            kept.keep(form, answer.getStatus(), answer.getHeader("Location"));
            return answer.getStatus();
        } catch (IOException | ServletException fault) {
            throw new Undone(fault);
        }
    }

    private void again(Forms.Kept first, Form form, HttpServletResponse answer) throws IOException {
        if (!first.isFor(form)) {
            pages.write(answer, HttpStatus.UNPROCESSABLE_CONTENT, Sorry.of("other-form"));
        } else if (first.location() == null) {
            pages.write(answer, HttpStatus.CONFLICT, Sorry.of("done-already"));
        } else {
            answer.setStatus(HttpStatus.SEE_OTHER.value());
            answer.setHeader("Location", first.location());
        }
    }

    private static @Nullable String key(HttpServletRequest request) {
        String named = request.getHeader(HEADER);
        String key = named == null ? request.getParameter(KEY) : named;
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
