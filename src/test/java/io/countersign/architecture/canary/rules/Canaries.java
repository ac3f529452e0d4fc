package io.countersign.architecture.canary.rules;

import static java.util.Map.entry;

import io.countersign.agent.Credential;
import io.countersign.agent.CredentialBroker;
import io.countersign.agent.CredentialGrant;
import io.countersign.connector.Answer;
import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.TargetState;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceLog;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;

/** One class for each rule that breaks it. */
public final class Canaries {

    public static final Map<String, Class<?>> BY_RULE = Map.ofEntries(entry("engine", SpeaksToTheEngine.class),
            entry("mint", MintsWithoutReason.class), entry("act", ActsBesideTheExecutor.class), entry("undo", UndoesBesideTheExecutor.class),
            entry("advice", io.countersign.recommendation.AdviceThatReachesAConnectorCanary.class), entry("clock", AsksTheSystemClock.class),
            entry("repository", OpenRepository.class), entry("injection", FieldInjected.class), entry("evidence", EvidenceWithoutTransaction.class),
            entry("files", ReadsAPlaybook.class), entry("worker", WorksInANode.class), entry("proof", io.countersign.proof.ProofThatNeedsAServerCanary.class));

    private Canaries() {
    }

    static class SpeaksToTheEngine {
        RuntimeService runtime;
    }

    static class ReadsAPlaybook {
        BpmnModelInstance model;
    }

    static class WorksInANode {
        Class<?> worker = io.countersign.worker.Worker.class;
    }

    static class MintsWithoutReason {
        Credential mint(CredentialBroker broker, CredentialGrant grant) {
            return broker.mint(grant, "block-address");
        }
    }

    static class ActsBesideTheExecutor {
        Answer act(Connector connector, ConnectorCall call, Credential credential) {
            return connector.act(call, credential);
        }
    }

    static class UndoesBesideTheExecutor {
        Answer undo(Connector connector, ConnectorCall call, TargetState prior, Credential credential) {
            return connector.undo(call, prior, credential);
        }
    }

    static class AsksTheSystemClock {
        Instant time() {
            return Instant.now();
        }
    }

    public interface OpenRepository extends Repository<Object, Long> {
    }

    static class FieldInjected {
        @Autowired
        Object collaborator;
    }

    static class EvidenceWithoutTransaction implements EvidenceLog {
        @Override
        public void append(EvidenceEntry entry) {
            throw new IllegalStateException("never called");
        }
    }
}
