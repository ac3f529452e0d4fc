package io.countersign.rehearsal;

import io.countersign.approval.ApprovalRequestView;
import io.countersign.approval.ApprovalState;
import io.countersign.approval.Approvals;
import io.countersign.approval.DecideApproval;
import io.countersign.approval.Decision;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.people.People;
import io.countersign.people.Person;
import io.countersign.playbook.AheadOfTime;
import io.countersign.policy.Assessments;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** What policy said, and what people are asked. */
record Questions(ApplicationContext product, PlaybookRunId run) {

    void assessed(Scenario.Step step) {
        Assessments assessments = product.getBean(Assessments.class);
        var tier = Patience.until("an assessment of '" + step.assessed() + "'", () -> assessments.latest(run, step.assessed()), where()::words).verdict().tier();
        if (step.tier() != null && tier != step.tier()) {
            throw new Unexpected("policy gave '" + step.assessed() + "' the tier " + tier + " instead of " + step.tier());
        }
    }

    private ApprovalRequestView asked(String action) {
        Approvals approvals = product.getBean(Approvals.class);
        return Patience.until("a question about '" + action + "'", () -> approvals.ofRun(run).stream()
                .filter(request -> request.activity().equals(action) && request.state() == ApprovalState.PENDING).findFirst(), where()::words);
    }

    void decide(String action, String by, boolean approved) {
        ApprovalRequestView request = asked(action);
        String person = Optional.ofNullable(by).orElseGet(() -> eligible(request));
        product.getBean(DecideApproval.class).decide(new Decision(request.id(), request.digest(), approved, Play.REASON, person));
    }

    private String eligible(ApprovalRequestView request) {
        Approvals approvals = product.getBean(Approvals.class);
        return product.getBean(People.class).all().stream().map(Person::username).sorted().filter(person -> approvals.whyNot(person, request).isEmpty()).findFirst()
                .orElseThrow(() -> new Unexpected("nobody may decide on '" + request.activity() + "'; asked are " + request.teams()));
    }

    void expire(String action) {
        ApprovalRequestView request = asked(action);
        clock().add(Duration.between(clock().instant(), request.expiresAt()).plusSeconds(1));
        Patience.until("the end of the question about '" + action + "'", () -> product.getBean(Approvals.class).find(request.id())
                .filter(view -> view.state() == ApprovalState.EXPIRED), where()::words);
    }

    private Where where() {
        return new Where(product, run);
    }

    private AheadOfTime clock() {
        return product.getBean(AheadOfTime.class);
    }
}
