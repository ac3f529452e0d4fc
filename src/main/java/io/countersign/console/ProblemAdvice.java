package io.countersign.console;

import io.countersign.datastore.DatabaseAway;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers for what controllers throw. A server error gets a reference by which its stack trace is found in the log. */
@ControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemCatalogue catalogue;
    private final ProblemAnswer answer;
    private final TooLargeRecord tooLarge;

    ProblemAdvice(ProblemCatalogue catalogue, ProblemAnswer answer, TooLargeRecord tooLarge) {
        this.catalogue = catalogue;
        this.answer = answer;
        this.tooLarge = tooLarge;
    }

    /** The client went away: there is nobody to answer. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {
        LOG.debug("request.abandoned");
    }

    @ExceptionHandler(Exception.class)
    Object thrown(Exception thrown, HttpServletRequest request) {
        if (DatabaseAway.caused(thrown)) {
            LOG.warn("request.database-away method={} path={}", request.getMethod(), request.getRequestURI());
            return DatabaseAwayAnswer.entity(request.getRequestURI());
        }
        Problem problem = catalogue.describe(thrown);
        tooLarge.note(request, problem.status());
        String reference = null;
        if (problem.status().is5xxServerError()) {
            reference = UUID.randomUUID().toString();
            LOG.error("request.failed reference={} method={} path={}", reference, request.getMethod(), request.getRequestURI(), thrown);
        }
        return answer.to(request, request.getRequestURI(), problem, reference);
    }
}
