package org.communitycontracts.standards.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.BiFunction;
import org.communitycontracts.places.Council;
import org.communitycontracts.web.Faults;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Open311 GeoReport v2: what other programs ask, in XML and JSON; every fault is told in the format that was asked for. */
@RestController
class Open311Pages {
    private static final Logger LOG = LoggerFactory.getLogger(Open311Pages.class);

    private final Words words = Words.beside(Open311Pages.class);
    private final Jurisdictions jurisdictions;
    private final Discovery discovery;
    private final Services services;
    private final Requests requests;
    private final Updates updates;
    private final Receiving receiving;

    Open311Pages(
            Jurisdictions jurisdictions,
            Discovery discovery,
            Services services,
            Requests requests,
            Updates updates,
            Receiving receiving) {
        this.jurisdictions = jurisdictions;
        this.discovery = discovery;
        this.services = services;
        this.requests = requests;
        this.updates = updates;
        this.receiving = receiving;
    }

    @GetMapping("/open311/discovery.{format}")
    ResponseEntity<byte[]> discovery(@PathVariable String format) {
        return Format.find(format).isPresent() ? write(format, discovery.tell()) : wrongFormat(format);
    }

    @GetMapping(Discovery.BASE + "/services.{format}")
    ResponseEntity<byte[]> services(@PathVariable String format, HttpServletRequest request) {
        return answer(format, request, (council, asked) -> services.list(council));
    }

    @GetMapping(Discovery.BASE + "/services/{code}.{format}")
    ResponseEntity<byte[]> service(@PathVariable String code, @PathVariable String format, HttpServletRequest request) {
        return answer(format, request, (council, asked) -> services.definition(council, code));
    }

    @GetMapping(Discovery.BASE + "/requests.{format}")
    ResponseEntity<byte[]> requests(@PathVariable String format, HttpServletRequest request) {
        return answer(format, request, requests::list);
    }

    /** What another program sends; its answer leaves when the report is stored for good. */
    @PostMapping(Discovery.BASE + "/requests.{format}")
    ResponseEntity<byte[]> receive(@PathVariable String format, HttpServletRequest request) {
        return answer(format, request, receiving::receive);
    }

    @GetMapping(Discovery.BASE + "/requests/{name}.{format}")
    ResponseEntity<byte[]> request(@PathVariable String name, @PathVariable String format, HttpServletRequest request) {
        return answer(format, request, (council, asked) -> requests.find(council, name, asked));
    }

    @GetMapping(Discovery.BASE + "/tokens/{token}.{format}")
    ResponseEntity<byte[]> token(@PathVariable String token, @PathVariable String format, HttpServletRequest request) {
        return answer(format, request, (council, asked) -> requests.token(council, token));
    }

    @GetMapping(Discovery.BASE + "/servicerequestupdates.{format}")
    ResponseEntity<byte[]> updates(@PathVariable String format, HttpServletRequest request) {
        return answer(format, request, updates::list);
    }

    /** Every other address beneath ours. */
    @RequestMapping("/open311/**")
    ResponseEntity<byte[]> nothing(HttpServletRequest request) {
        String address = request.getRequestURI();
        return write(
                Format.forFault(address).name(), Answer.refused(404, words.of("no-address", Asked.quoted(address))));
    }

    /** A mistake of ours, or the database is away. */
    @ExceptionHandler
    ResponseEntity<byte[]> broken(Exception thrown, HttpServletRequest request) {
        HttpStatusCode status = Faults.status(thrown);
        LOG.error("Open311 could not answer: {}", status, thrown);
        String sentence = status.value() == 503 ? "away" : "our-fault";
        return write(
                Format.forFault(request.getRequestURI()).name(), Answer.refused(status.value(), words.of(sentence)));
    }

    private ResponseEntity<byte[]> answer(
            String format, HttpServletRequest request, BiFunction<Council, Asked, Answer> question) {
        if (Format.find(format).isEmpty()) {
            return wrongFormat(format);
        }
        Asked asked = new Asked(request.getParameterMap(), words);
        Optional<Council> council = jurisdictions.find(asked);
        return write(
                format,
                council.map(found -> question.apply(found, asked)).orElseGet(() -> new Answer.Refused(asked.faults())));
    }

    private ResponseEntity<byte[]> wrongFormat(String format) {
        return write(Format.XML.name(), Answer.refused(400, words.of("wrong-format", Asked.quoted(format))));
    }

    /** Anybody's page may read what is public, so that no browser keeps a program from it. */
    private static ResponseEntity<byte[]> write(String ending, Answer answer) {
        Format format = Format.find(ending).orElse(Format.XML);
        return switch (answer) {
            case Answer.Told told -> {
                byte[] bytes = format.write(told.root(), told.said());
                yield ResponseEntity.ok()
                        .cacheControl(CacheControl.noCache().cachePublic())
                        .eTag(Pages.tag(bytes))
                        .contentType(format.mediaType())
                        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                        .body(bytes);
            }
            case Answer.Received received ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .cacheControl(CacheControl.noStore())
                        .contentType(format.mediaType())
                        .body(format.write("service_requests", received.said()));
            case Answer.Refused refused ->
                ResponseEntity.status(refused.status())
                        .cacheControl(CacheControl.noStore())
                        .contentType(format.mediaType())
                        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                        .body(format.write("errors", refused.said()));
        };
    }
}
