package io.countersign.desk.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.approval.DecisionRefused;
import io.countersign.rollback.RunRequestRefused;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpStatus;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.transaction.TransactionSystemException;

class DeskProblemsTest {

    private static final Map<DecisionRefused.Because, Integer> STATUS = Map.of(DecisionRefused.Because.UNKNOWN, 404, DecisionRefused.Because.ALREADY_DECIDED, 409,
            DecisionRefused.Because.CHANGED, 409, DecisionRefused.Because.NOT_ALLOWED, 403, DecisionRefused.Because.UNREASONED, 422);

    private final DeskProblems problems = new DeskProblems();

    @ParameterizedTest
    @EnumSource(DecisionRefused.Because.class)
    void everyReasonForWhichADecisionIsRefusedHasAStatus(DecisionRefused.Because because) {
        assertThat(status(new DecisionRefused(because, "Nothing was decided."))).isEqualTo(STATUS.get(because));
    }

    @Test
    void whoeverLosesARaceIsToldToLookAgain() {
        assertThat(status(new TransactionSystemException("commit", new OptimisticLockingException("stale")))).isEqualTo(409);
        assertThat(problems.describe(new ObjectOptimisticLockingFailureException("row", "1")).orElseThrow().detail()).contains("Somebody else was first");
    }

    @Test
    void anOrderThatDoesNotFitTheRunIsAConflict() {
        assertThat(status(new RunRequestRefused("This run ended."))).isEqualTo(HttpStatus.CONFLICT.value());
    }

    @Test
    void whatIsNotOursIsLeftToOthers() {
        assertThat(problems.describe(new IllegalStateException("from a library"))).isEmpty();
    }

    private int status(Throwable thrown) {
        return problems.describe(thrown).orElseThrow().status().value();
    }
}
