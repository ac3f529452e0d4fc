package io.countersign.console;

import io.countersign.people.DirectoryConflict;
import io.countersign.people.UnknownPerson;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How the exceptions of {@code people} look. */
@Component
class PeopleProblems implements ProblemSource {

    @Override
    public Optional<Problem> describe(Throwable thrown) {
        if (thrown instanceof UnknownPerson) {
            return Optional.of(Problem.of(HttpStatus.NOT_FOUND, thrown.getMessage()));
        }
        return thrown instanceof DirectoryConflict
                ? Optional.of(Problem.of(HttpStatus.CONFLICT, thrown.getMessage()))
                : Optional.empty();
    }
}
