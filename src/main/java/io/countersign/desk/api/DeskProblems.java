package io.countersign.desk.api;

import io.countersign.approval.DecisionRefused;
import io.countersign.console.Problem;
import io.countersign.console.ProblemSource;
import io.countersign.playbook.DeployRefused;
import io.countersign.playbook.EngineConflict;
import io.countersign.playbook.GovernanceRefused;
import io.countersign.playbook.PlaybookAlreadyRuns;
import io.countersign.playbook.TaskRefused;
import io.countersign.playbook.UnknownPlaybook;
import io.countersign.rollback.RunRequestRefused;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How the refusals of the modules behind the desk look, on pages and over the API. */
@Component
class DeskProblems implements ProblemSource {

    private static final String TOO_LATE = "Somebody else was first; look again. Nothing was changed by you.";

    @Override
    public Optional<Problem> describe(Throwable thrown) {
        if (thrown instanceof DecisionRefused refused) {
            return Optional.of(decision(refused));
        }
        if (thrown instanceof TaskRefused refused) {
            return Optional.of(task(refused));
        }
        if (thrown instanceof DeployRefused refused) {
            return Optional.of(DeployProblems.of(refused));
        }
        if (thrown instanceof GovernanceRefused refused) {
            return Optional.of(DeployProblems.of(refused));
        }
        return status(thrown).map(status -> Problem.of(status, thrown.getMessage())).or(() -> race(thrown));
    }

    private static Optional<HttpStatus> status(Throwable thrown) {
        if (thrown instanceof NotFound || thrown instanceof UnknownPlaybook) {
            return Optional.of(HttpStatus.NOT_FOUND);
        }
        if (thrown instanceof NotForYou) {
            return Optional.of(HttpStatus.FORBIDDEN);
        }
        return thrown instanceof RunRequestRefused || thrown instanceof PlaybookAlreadyRuns ? Optional.of(HttpStatus.CONFLICT) : Optional.empty();
    }

    private static Optional<Problem> race(Throwable thrown) {
        return thrown instanceof ConcurrencyFailureException || EngineConflict.causedBy(thrown)
                ? Optional.of(Problem.of(HttpStatus.CONFLICT, TOO_LATE)) : Optional.empty();
    }

    private static Problem decision(DecisionRefused refused) {
        return switch (refused.because()) {
            case UNKNOWN -> Problem.of(HttpStatus.NOT_FOUND, refused.getMessage());
            case ALREADY_DECIDED, CHANGED -> Problem.of(HttpStatus.CONFLICT, refused.getMessage());
            case NOT_ALLOWED -> Problem.of(HttpStatus.FORBIDDEN, refused.getMessage());
            case UNREASONED -> new Problem(HttpStatus.UNPROCESSABLE_ENTITY, "Please give your reasons", "Nothing was decided: see the fields.",
                    List.of(new Problem.Field("rationale", refused.getMessage())));
        };
    }

    private static Problem task(TaskRefused refused) {
        List<Problem.Field> fields = refused.problems().stream().filter(problem -> !problem.field().isEmpty())
                .map(problem -> new Problem.Field(problem.field(), problem.message())).toList();
        return fields.isEmpty() ? Problem.of(HttpStatus.CONFLICT, refused.getMessage())
                : new Problem(HttpStatus.UNPROCESSABLE_ENTITY, "Please correct the input", "Nothing was changed: see the fields.", fields);
    }
}
