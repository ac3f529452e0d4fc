package io.countersign.connector.sandbox;

import io.countersign.agent.CredentialGrant.Verb;
import io.countersign.connector.Answer;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.TargetState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Carries orders out on pretended targets, in the caller's transaction and with the target locked. */
@Component
class SandboxOrders {

    private final SandboxTargets targets;
    private final SandboxCalls calls;
    private final InstantSource clock;

    SandboxOrders(SandboxTargets targets, SandboxCalls calls, InstantSource clock) {
        this.targets = targets;
        this.calls = calls;
        this.clock = clock;
    }

    Answer act(ConnectorCall call, SandboxEffect effect, Duration delay) {
        TargetState now = effect.seen(call, targets.lock(call.target()));
        boolean taken = take(call, Verb.ACT, effect.changes(call, now, effect.after(now)), delay);
        return new Answer.Accepted(taken ? "The sandbox took the order" : "The sandbox took this order before and did nothing again");
    }

    /** Takes back what {@link #act} under the same key changed, and nothing that anybody else did. */
    Answer undo(ConnectorCall call, SandboxEffect effect, TargetState prior, Duration delay) {
        TargetState now = effect.seen(call, targets.lock(call.target()));
        Map<Verb, SandboxCalls.Taken> taken = calls.of(call);
        SandboxCalls.Taken act = taken.get(Verb.ACT);
        if (act == null || act.changes().isEmpty() || taken.containsKey(Verb.UNDO)) {
            return new Answer.Accepted("The sandbox has nothing to take back for this run");
        }
        if (act.pendingAt(clock.instant())) {
            calls.callOff(call);
            return new Answer.Accepted("The sandbox called the order off before it took effect");
        }
        if (!now.equals(effect.after(prior)) && !now.equals(prior)) {
            return new Answer.Refused("Somebody changed " + call.target() + " since: it is " + now.attributes() + ". It was left alone");
        }
        take(call, Verb.UNDO, effect.changes(call, now, prior), delay);
        return new Answer.Accepted("The sandbox took the order back");
    }

    private boolean take(ConnectorCall call, Verb verb, Map<String, String> changes, Duration delay) {
        Instant effectiveAt = clock.instant().plus(delay);
        boolean atOnce = delay.isZero();
        boolean taken = calls.take(call, verb, new SandboxCalls.Taken(changes, effectiveAt, atOnce));
        if (taken && atOnce && !changes.isEmpty()) {
            targets.change(call.target(), changes);
        }
        return taken;
    }
}
