package io.countersign.connector.remote;

import io.countersign.agent.CredentialRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** What a worker is told when it does not get what it asked for: one line of text. A status of the 400s means that this was not done. */
@ControllerAdvice(assignableTypes = {OrderController.class, StepController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class LineAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(LineAdvice.class);

    /** The worker went away: there is nobody to answer. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void away() {
        LOG.debug("worker.gone");
    }

    @ExceptionHandler(LineRefusal.class)
    ResponseEntity<byte[]> refused(LineRefusal refusal) {
        return say(refusal.status(), refusal.getMessage());
    }

    @ExceptionHandler(WorkerRegister.NotYours.class)
    ResponseEntity<byte[]> notYours(WorkerRegister.NotYours refusal) {
        return say(HttpStatus.FORBIDDEN, refusal.getMessage());
    }

    @ExceptionHandler(OrderOver.class)
    ResponseEntity<byte[]> over(OrderOver over) {
        return say(HttpStatus.GONE, over.getMessage());
    }

    @ExceptionHandler(CredentialRefused.class)
    ResponseEntity<byte[]> credential(CredentialRefused refused) {
        return say(HttpStatus.UNAUTHORIZED, refused.getMessage());
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<byte[]> failed(Exception failed, HttpServletRequest request) {
        String reference = UUID.randomUUID().toString();
        LOG.error("worker.request-failed reference={} path={}", reference, request.getRequestURI(), failed);
        return say(HttpStatus.INTERNAL_SERVER_ERROR, "This node could not do it, its log says why: " + reference);
    }

    private static ResponseEntity<byte[]> say(HttpStatus status, String what) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(what.getBytes(StandardCharsets.UTF_8));
    }
}
