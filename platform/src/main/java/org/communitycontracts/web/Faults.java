package org.communitycontracts.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerMapping;

/** Turns whatever went wrong into a calm page with the right status, and keeps the inside of the house inside. */
@RestController
@RestControllerAdvice
public class Faults implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    static final String TRY_AGAIN_IN_SECONDS = "30";
    /** What PostgreSQL says of a sign that it keeps in no text, such as the zero that nobody types. */
    private static final String NO_SIGN = "22021";

    private final Pages pages;
    private final Watch watch;

    Faults(Pages pages, Watch watch) {
        this.pages = pages;
        this.watch = watch;
    }

    /** What a handler threw. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<byte[]> thrown(Exception thrown, HttpServletRequest request) {
        if (isReaderGone(thrown)) {
            return null;
        }
        HttpHeaders headers = thrown instanceof ErrorResponse known ? known.getHeaders() : HttpHeaders.EMPTY;
        return answer(status(thrown), headers, request, thrown);
    }

    /** A door that stayed shut; a room that knows people may answer better and comes first. */
    @ExceptionHandler
    ResponseEntity<byte[]> denied(AccessDeniedException shut, HttpServletRequest request) {
        watch.refused(request, "not allowed");
        return pages.sorry(ResponseEntity.status(HttpStatus.FORBIDDEN), Sorry.of("not-allowed"));
    }

    /** What the server below refused before a handler saw it. */
    @RequestMapping("/error")
    ResponseEntity<byte[]> refused(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        HttpStatusCode status = code instanceof Integer number ? HttpStatusCode.valueOf(number) : HttpStatus.NOT_FOUND;
        if (status.isSameCodeAs(HttpStatus.FORBIDDEN)) {
            watch.refused(request, "a form without its word");
        }
        return thrown instanceof Throwable fault && status.isSameCodeAs(HttpStatus.INTERNAL_SERVER_ERROR)
                ? answer(status(fault), HttpHeaders.EMPTY, request, fault)
                : answer(status, HttpHeaders.EMPTY, request, thrown instanceof Throwable fault ? fault : null);
    }

    /** Somebody who stops a download half way has no fault to be told of, and neither have we. */
    private static boolean isReaderGone(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientAbortException || cause instanceof AsyncRequestNotUsableException) {
                return true;
            }
        }
        return false;
    }

    private ResponseEntity<byte[]> answer(
            HttpStatusCode status, HttpHeaders headers, HttpServletRequest request, @Nullable Throwable thrown) {
        Sorry sorry = Sorry.because(status);
        if (sorry.reference() != null) {
            LOG.error("Fault {} at {} {}", sorry.reference(), request.getMethod(), route(request), thrown);
        } else if (status.is5xxServerError()) {
            LOG.warn("Away at {}: {}", route(request), String.valueOf(thrown));
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).headers(headers);
        if (status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE)) {
            answer.header(HttpHeaders.RETRY_AFTER, TRY_AGAIN_IN_SECONDS);
        }
        return pages.sorry(answer, sorry);
    }

    /** The kind of address, never the address itself: tokens stand in some. */
    static String route(HttpServletRequest request) {
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return route == null ? "an address that no room knows" : route.toString();
    }

    /** The status of the answer when this was thrown: 503 while the database is away, 500 for a mistake of ours. */
    public static HttpStatusCode status(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            HttpStatusCode known = known(cause);
            if (known != null) {
                return known;
            }
        }
        return HttpStatus.INTERNAL_SERVER_ERROR;
    }

    private static @Nullable HttpStatusCode known(Throwable thrown) {
        return switch (thrown) {
            case ErrorResponse answer -> answer.getStatusCode();
            case InvalidParameterException refused -> HttpStatusCode.valueOf(refused.getErrorCode());
            case SQLException unsayable when NO_SIGN.equals(unsayable.getSQLState()) -> HttpStatus.BAD_REQUEST;
            case TypeMismatchException _, HttpMessageNotReadableException _ -> HttpStatus.BAD_REQUEST;
            case DataAccessResourceFailureException _,
                    TransientDataAccessException _,
                    RecoverableDataAccessException _,
                    CannotCreateTransactionException _,
                    SQLTransientException _,
                    SQLNonTransientConnectionException _,
                    SQLRecoverableException _ -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> null;
        };
    }
}
