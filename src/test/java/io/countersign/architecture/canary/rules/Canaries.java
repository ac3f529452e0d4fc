package io.countersign.architecture.canary.rules;

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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;

/** One class for each rule that breaks it. */
public final class Canaries {

    public static final Map<String, Class<?>> BY_RULE = Map.of("engine", SpeaksToTheEngine.class, "mint", MintsWithoutReason.class, "act", ActsBesideTheExecutor.class,
            "undo", UndoesBesideTheExecutor.class, "advice", io.countersign.recommendation.AdviceThatReachesAConnectorCanary.class, "clock", AsksTheSystemClock.class,
            "repository", OpenRepository.class, "injection", FieldInjected.class, "evidence", EvidenceWithoutTransaction.class);

    private Canaries() {
    }

    static class SpeaksToTheEngine {
        RuntimeService runtime;
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
