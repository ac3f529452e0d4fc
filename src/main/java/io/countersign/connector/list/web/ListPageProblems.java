package io.countersign.connector.list.web;

import io.countersign.connector.list.UnknownListConsumer;
import io.countersign.console.Problem;
import io.countersign.console.ProblemSource;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How the refusals of this package look on pages. */
@Component
class ListPageProblems implements ProblemSource {

    @Override
    public Optional<Problem> describe(Throwable thrown) {
        return thrown instanceof UnknownListConsumer ? Optional.of(Problem.of(HttpStatus.NOT_FOUND, thrown.getMessage())) : Optional.empty();
    }
}
