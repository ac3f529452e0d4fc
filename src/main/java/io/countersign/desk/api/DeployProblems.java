package io.countersign.desk.api;

import io.countersign.console.Problem;
import io.countersign.playbook.DeployRefused;
import io.countersign.playbook.GovernanceRefused;
import io.countersign.proof.Finding;
import io.countersign.proof.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** How refusals of the gate look: findings with their traces for programs, one line each for Modeler. */
final class DeployProblems {

    private DeployProblems() {
    }

    static Problem of(DeployRefused refused) {
        Map<String, Object> more = new HashMap<>(Map.of("problems", refused.problems(), Problem.FOR_MODELER, ModelerProblems.message(refused)));
        refused.submission().ifPresent(kept -> more.put("submission", kept.id()));
        if (refused.findings().isEmpty()) {
            return new Problem(HttpStatus.BAD_REQUEST, "The files cannot be deployed", "Nothing was deployed. " + refused.getMessage(), List.of(), more);
        }
        more.put("findings", refused.findings());
        boolean unreadable = refused.findings().stream().filter(Finding::refuses).allMatch(found -> found.rule() == Rule.READ);
        return new Problem(unreadable ? HttpStatus.BAD_REQUEST : HttpStatus.UNPROCESSABLE_ENTITY, "The playbook is not proved", "Nothing was deployed: " + refused.problems().size()
                + (refused.problems().size() == 1 ? " finding refuses it." : " findings refuse it."), List.of(), more);
    }

    static Problem of(GovernanceRefused refused) {
        return switch (refused.because()) {
            case UNKNOWN -> Problem.of(HttpStatus.NOT_FOUND, refused.getMessage());
            case NOT_ALLOWED -> Problem.of(HttpStatus.FORBIDDEN, refused.getMessage());
            case DECIDED, CHANGED, UNPROVED, NOT_POSSIBLE -> Problem.of(HttpStatus.CONFLICT, refused.getMessage());
            case UNREASONED -> new Problem(HttpStatus.UNPROCESSABLE_ENTITY, "Please give your reasons", "Nothing was changed: see the fields.",
                    List.of(new Problem.Field("rationale", refused.getMessage())));
        };
    }
}
