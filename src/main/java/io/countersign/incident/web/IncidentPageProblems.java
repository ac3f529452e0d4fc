package io.countersign.incident.web;

import io.countersign.console.Problem;
import io.countersign.console.ProblemSource;
import io.countersign.incident.ChangeRefused;
import io.countersign.incident.UnknownAlertSource;
import io.countersign.incident.UnknownIncident;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How the refusals of this module look on pages. */
@Component
class IncidentPageProblems implements ProblemSource {

    @Override
    public Optional<Problem> describe(Throwable thrown) {
        if (thrown instanceof UnknownIncident || thrown instanceof UnknownAlertSource) {
            return Optional.of(Problem.of(HttpStatus.NOT_FOUND, thrown.getMessage()));
        }
        return thrown instanceof ChangeRefused ? Optional.of(Problem.of(HttpStatus.CONFLICT, thrown.getMessage())) : Optional.empty();
    }
}
