package io.countersign.incident.web;

import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import io.countersign.incident.ChangeRefused;
import io.countersign.incident.IntakeRefused;
import io.countersign.incident.UnknownAlertSource;
import io.countersign.incident.UnknownIncident;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Says the refusals of these endpoints as problems (RFC 9457), with the headers that machines need; the rest is the console's to say. */
@RestControllerAdvice(assignableTypes = {AlertController.class, AlertSourceApi.class, IncidentApi.class, QuarantineApi.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class IncidentProblems extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAuthenticated(SourceNotAuthenticated refused) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"alerts\"")
                .body(problem(HttpStatus.UNAUTHORIZED, refused));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> intakeRefused(IntakeRefused refused) {
        HttpStatus status = refused.limit() == IntakeRefused.Limit.RATE ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.PAYLOAD_TOO_LARGE;
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        if (refused.retryAfter() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(refused.retryAfter().toSeconds()));
        }
        ProblemDetail problem = problem(status, refused);
        problem.setProperty("limit", refused.limit());
        return answer.body(problem);
    }

    @ExceptionHandler({UnknownIncident.class, UnknownAlertSource.class})
    ResponseEntity<ProblemDetail> unknown(RuntimeException refused) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND).body(problem(HttpStatus.NOT_FOUND, refused));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> changeRefused(ChangeRefused refused) {
        return ResponseEntity.status(HttpStatus.CONFLICT).body(problem(HttpStatus.CONFLICT, refused));
    }

    /** A sender tries again after 503. */
    @ExceptionHandler({TransientDataAccessException.class, CannotCreateTransactionException.class})
    ResponseEntity<ProblemDetail> unavailable(RuntimeException broken) {
        logger.error("incident.database-unavailable", broken);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, "5").body(ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "The database did not answer. Send the request again: what was stored before is recognised."));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException invalid, HttpHeaders headers,
                                                                  HttpStatusCode status, WebRequest request) {
        Map<String, String> fields = new LinkedHashMap<>();
        invalid.getFieldErrors().forEach(error -> fields.put(error.getField(), error.getDefaultMessage()));
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, "Some fields are missing or wrong: " + fields);
        problem.setProperty("fields", fields);
        return handleExceptionInternal(invalid, problem, headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException unreadable, HttpHeaders headers,
                                                                  HttpStatusCode status, WebRequest request) {
        String detail = "The body is not the JSON object that this address takes; see /v3/api-docs.";
        if (unreadable.getCause() instanceof InvalidFormatException wrong && wrong.getTargetType().isEnum() && !wrong.getPath().isEmpty()) {
            detail = "The field " + wrong.getPath().get(0).getFieldName() + " is one of " + Arrays.toString(wrong.getTargetType().getEnumConstants()) + ".";
        }
        return handleExceptionInternal(unreadable, ProblemDetail.forStatusAndDetail(status, detail), headers, status, request);
    }

    private static ProblemDetail problem(HttpStatus status, RuntimeException refused) {
        return ProblemDetail.forStatusAndDetail(status, refused.getMessage());
    }
}
