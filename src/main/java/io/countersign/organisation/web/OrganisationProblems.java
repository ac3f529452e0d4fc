package io.countersign.organisation.web;

import io.countersign.console.Problem;
import io.countersign.console.ProblemSource;
import io.countersign.organisation.OrganisationRefused;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How a refused file looks: the place in it, and what to mend. */
@Component
class OrganisationProblems implements ProblemSource {

    @Override
    public Optional<Problem> describe(Throwable thrown) {
        if (!(thrown instanceof OrganisationRefused refused)) {
            return Optional.empty();
        }
        List<Problem.Field> fields = refused.field().isEmpty() ? List.of() : List.of(new Problem.Field(refused.field(), refused.getMessage()));
        return Optional.of(new Problem(HttpStatus.UNPROCESSABLE_ENTITY, "Please correct the file",
                fields.isEmpty() ? refused.getMessage() + ". Nothing was changed." : "Nothing was changed: see the fields.", fields));
    }
}
