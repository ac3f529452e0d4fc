package io.countersign.playbook.engine;

import io.countersign.approval.ApprovalDesk;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.playbook.Properties;
import io.countersign.proof.Vocabulary;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two services behind an approval's timers: ask more people, then refuse. */
@Configuration(proxyBeanMethods = false)
class ApprovalTimers {

    @Bean
    JavaDelegate escalateApproval(ApprovalDesk desk) {
        return execution -> desk.escalate(run(execution), Properties.require(execution, Vocabulary.APPROVES));
    }

    @Bean
    JavaDelegate expireApproval(ApprovalDesk desk) {
        return execution -> desk.expire(run(execution), Properties.require(execution, Vocabulary.APPROVES));
    }

    private static PlaybookRunId run(DelegateExecution execution) {
        return new PlaybookRunId(execution.getProcessInstanceId());
    }
}
