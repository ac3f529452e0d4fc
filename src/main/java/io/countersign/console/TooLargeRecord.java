package io.countersign.console;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.SparingEvidence;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Puts on the record which person sent more than is read here, be it refused by the container or before a controller. */
@Component
class TooLargeRecord {

    private static final Logger LOG = LoggerFactory.getLogger(TooLargeRecord.class);

    private final SparingEvidence evidence;

    TooLargeRecord(SparingEvidence evidence) {
        this.evidence = evidence;
    }

    void note(HttpServletRequest request, HttpStatus status) {
        Principal person = request.getUserPrincipal();
        if (person != null && status == HttpStatus.PAYLOAD_TOO_LARGE) {
            String path = askedFor(request);
            LOG.warn("request.too-large person={} path={}", person.getName(), path);
            evidence.append(EvidenceEntry.of(EvidenceKind.REQUEST_REFUSED, Actor.person(person.getName())).with("method", request.getMethod())
                    .with("path", path).with("bytes", request.getContentLengthLong() < 0 ? null : request.getContentLengthLong()));
        }
    }

    /** While an error is answered, the request itself is for the error page. */
    private static String askedFor(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String first ? first : request.getRequestURI();
    }
}
