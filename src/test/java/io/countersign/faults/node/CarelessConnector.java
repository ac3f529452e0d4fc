package io.countersign.faults.node;

import io.countersign.agent.Credential;
import io.countersign.agent.CredentialVerifier;
import io.countersign.connector.Answer;
import io.countersign.connector.CallClaims;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.TargetState;
import io.countersign.evidence.ActionRunId;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A connector without one of the guards that every connector has to have. */
final class CarelessConnector extends SimulatorConnector {

    private final Guard without;
    private final Set<ActionRunId> believed = ConcurrentHashMap.newKeySet();

    CarelessConnector(Guard without, URI address, String node, CallClaims claims, CredentialVerifier verifier, Fates fates) {
        super(address, node, claims, verifier, fates);
        this.without = without;
    }

    @Override
    public TargetState capture(ConnectorCall call) {
        TargetState seen = super.capture(call);
        return believed.contains(call.actionRun()) ? natural(call) : seen;
    }

    @Override
    public Answer undo(ConnectorCall call, TargetState prior, Credential credential) {
        if (without != Guard.UNDO) {
            return super.undo(call, prior, credential);
        }
        believed.add(call.actionRun());
        return new Answer.Accepted("Believed");
    }

    @Override
    Answer order(ConnectorCall call, String verb, TargetState from, TargetState to) {
        ConnectorCall sent = without == Guard.LEDGER ? new ConnectorCall(new ActionRunId(UUID.randomUUID()), call.digest(), call.actionType(), call.target(),
                call.parameters()) : call;
        Answer answer = super.order(sent, verb, from, to);
        if (!(answer instanceof Answer.Lost) || verb.equals("UNDO")) {
            return answer;
        }
        if (without == Guard.UNKNOWN) {
            believed.add(call.actionRun());
            return new Answer.Refused("Nobody said that it was done");
        }
        return without == Guard.ONCE ? super.order(sent, verb, from, to) : answer;
    }
}
