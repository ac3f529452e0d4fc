package io.countersign.console;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;

/**
 * From an exception to a {@link Problem}: the one place that gives statuses. Modules add their own through {@link ProblemSource}.
 * What nobody knows is a 500 whose message stays in the log.
 */
@Component
class ProblemCatalogue {

    private static final String OURS = "io.countersign.";

    private final List<ProblemSource> sources;

    ProblemCatalogue(List<ProblemSource> sources) {
        this.sources = sources;
    }

    Problem describe(Throwable thrown) {
        return sources.stream().flatMap(source -> source.describe(thrown).stream()).findFirst()
                .or(() -> input(thrown))
                .or(() -> framework(thrown))
                .or(() -> rule(thrown))
                .orElseGet(() -> plain(HttpStatus.INTERNAL_SERVER_ERROR));
    }

    static Problem plain(HttpStatus status) {
        return Problem.of(status, ProblemWords.detail(status));
    }

    private static Optional<Problem> input(Throwable thrown) {
        if (thrown instanceof HttpMessageNotReadableException) {
            return Optional.of(plain(HttpStatus.BAD_REQUEST));
        }
        if (thrown instanceof MethodArgumentTypeMismatchException mismatch) {
            return Optional.of(fields(List.of(new Problem.Field(mismatch.getName(), "is not of the expected form"))));
        }
        if (!(thrown instanceof BindingResult input)) {
            return Optional.empty();
        }
        return Optional.of(fields(input.getFieldErrors().stream().map(error -> new Problem.Field(error.getField(), error.getDefaultMessage())).toList()));
    }

    private static Problem fields(List<Problem.Field> fields) {
        return new Problem(HttpStatus.BAD_REQUEST, "Please correct the input", "Nothing was changed: see the fields.", fields);
    }

    private static Optional<Problem> framework(Throwable thrown) {
        if (thrown instanceof AccessDeniedException) {
            return Optional.of(plain(HttpStatus.FORBIDDEN));
        }
        if (!(thrown instanceof ErrorResponse known)) {
            return Optional.empty();
        }
        HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
        return Optional.of(thrown instanceof ResponseStatusException said && said.getReason() != null && isOurs(thrown)
                ? Problem.of(status, said.getReason()) : plain(status));
    }

    /** Broken rules of our own types carry messages for people; the same exceptions from a library do not. */
    private static Optional<Problem> rule(Throwable thrown) {
        if (isOurs(thrown) && thrown instanceof IllegalArgumentException) {
            return Optional.of(Problem.of(HttpStatus.BAD_REQUEST, thrown.getMessage()));
        }
        return isOurs(thrown) && thrown instanceof IllegalStateException
                ? Optional.of(Problem.of(HttpStatus.CONFLICT, thrown.getMessage()))
                : Optional.empty();
    }

    private static boolean isOurs(Throwable thrown) {
        return thrown.getStackTrace().length > 0 && thrown.getStackTrace()[0].getClassName().startsWith(OURS);
    }
}
