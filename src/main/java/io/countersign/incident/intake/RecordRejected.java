package io.countersign.incident.intake;

import io.countersign.incident.RecordProblem;

/** A record cannot be read as the alert it should be. */
public final class RecordRejected extends RuntimeException {

    private final transient RecordProblem problem;

    RecordRejected(RecordProblem problem) {
        super(problem.reason(), null, false, false);
        this.problem = problem;
    }

    public RecordProblem problem() {
        return problem;
    }
}
