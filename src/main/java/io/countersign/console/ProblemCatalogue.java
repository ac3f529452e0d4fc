package io.countersign.console;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.ErrorResponse;

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
        if (!(thrown instanceof BindingResult input)) {
            return Optional.empty();
        }
        var fields = input.getFieldErrors().stream().map(error -> new Problem.Field(error.getField(), error.getDefaultMessage())).toList();
        return Optional.of(new Problem(HttpStatus.BAD_REQUEST, "Please correct the input", "Nothing was changed: see the fields.", fields));
    }

    private static Optional<Problem> framework(Throwable thrown) {
        if (thrown instanceof AccessDeniedException) {
            return Optional.of(plain(HttpStatus.FORBIDDEN));
        }
        return thrown instanceof ErrorResponse known
                ? Optional.of(plain(HttpStatus.valueOf(known.getStatusCode().value())))
                : Optional.empty();
    }

    /** Broken rules of our own types carry messages for people; the same exceptions from a library do not. */
    private static Optional<Problem> rule(Throwable thrown) {
        boolean ours = thrown.getStackTrace().length > 0 && thrown.getStackTrace()[0].getClassName().startsWith(OURS);
        if (ours && thrown instanceof IllegalArgumentException) {
            return Optional.of(Problem.of(HttpStatus.BAD_REQUEST, thrown.getMessage()));
        }
        return ours && thrown instanceof IllegalStateException
                ? Optional.of(Problem.of(HttpStatus.CONFLICT, thrown.getMessage()))
                : Optional.empty();
    }
}
