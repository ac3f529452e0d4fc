package io.countersign.desk.api;

import io.countersign.console.Problem;
import io.countersign.console.ProblemSource;
import io.countersign.policy.guardrail.GuardrailRefused;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How it looks that a guardrail was neither changed nor overridden. */
@Component
class GuardrailProblems implements ProblemSource {

    @Override
    public Optional<Problem> describe(Throwable thrown) {
        return thrown instanceof GuardrailRefused refused ? Optional.of(problem(refused)) : Optional.empty();
    }

    private static Problem problem(GuardrailRefused refused) {
        return switch (refused.because()) {
            case UNKNOWN -> Problem.of(HttpStatus.NOT_FOUND, refused.getMessage());
            case NOT_WAITING -> Problem.of(HttpStatus.CONFLICT, refused.getMessage());
            case NOT_ALLOWED -> Problem.of(HttpStatus.FORBIDDEN, refused.getMessage());
            case UNREASONED -> new Problem(HttpStatus.UNPROCESSABLE_ENTITY, "Please say why", "Nothing was changed: see the fields.",
                    List.of(new Problem.Field("reason", refused.getMessage())));
        };
    }
}
