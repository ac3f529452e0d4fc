package io.countersign.connector.sandbox;

import io.countersign.agent.Credential;
import io.countersign.agent.CredentialGrant.Verb;
import io.countersign.connector.Answer;
import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.Holding;
import io.countersign.connector.NoConnector;
import io.countersign.connector.SelfCheck;
import io.countersign.connector.TargetState;
import io.countersign.connector.TargetUnreadable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The training sandbox as a connector: it obeys the same contract as a real product, down to credentials. */
@Component
@ConditionalOnProperty("countersign.connector.sandbox.enabled")
class SandboxConnector implements Connector {

    static final String ID = "sandbox";

    private final SandboxOrders orders;
    private final SandboxTargets targets;
    private final SandboxTrainings trainings;
    private final SandboxLine line;

    SandboxConnector(SandboxOrders orders, SandboxTargets targets, SandboxTrainings trainings, SandboxLine line) {
        this.orders = orders;
        this.targets = targets;
        this.trainings = trainings;
        this.line = line;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Sandbox (training, not real)";
    }

    @Override
    public boolean sandbox() {
        return true;
    }

    @Override
    public Set<String> actionTypes() {
        return SandboxEffect.actionTypes();
    }

    @Override
    public TargetState capture(ConnectorCall call) {
        SandboxEffect effect = effect(call);
        SandboxTargets.Look look = targets.look(call.target());
        Fault fault = look.training().whenRead().fault();
        if (fault.hidesTargets()) {
            throw new TargetUnreadable(SandboxLine.notThere(call, fault));
        }
        return effect.seen(call, look.attributes());
    }

    @Override
    public TargetState expected(ConnectorCall call, TargetState prior) {
        return effect(call).after(prior);
    }

    @Override
    public Answer act(ConnectorCall call, Credential credential) {
        SandboxEffect effect = effect(call);
        return line.order(call, Verb.ACT, credential, training -> orders.act(call, effect, training.effectDelay()));
    }

    @Override
    public Answer undo(ConnectorCall call, TargetState prior, Credential credential) {
        SandboxEffect effect = effect(call);
        if (!effect.canBeTakenBack()) {
            return new Answer.Refused("'" + call.actionType() + "' cannot be taken back");
        }
        return line.order(call, Verb.UNDO, credential, training -> orders.undo(call, effect, prior, training.effectDelay()));
    }

    @Override
    public Optional<List<Holding>> enumerate() {
        return Optional.of(targets.holdings());
    }

    @Override
    public SelfCheck check() {
        Fault fault = trainings.ofAll().fault();
        return fault == Fault.NONE ? new SelfCheck(true, List.of())
                : new SelfCheck(fault != Fault.UNREACHABLE, List.of("The sandbox is trained to misbehave towards every target: " + fault));
    }

    private static SandboxEffect effect(ConnectorCall call) {
        return SandboxEffect.of(call.actionType()).orElseThrow(() -> new NoConnector("The sandbox cannot do '" + call.actionType() + "'"));
    }
}
