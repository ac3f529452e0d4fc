package io.countersign.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.ActionDigest;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.agent.CredentialGrant.Verb;
import io.countersign.agent.TestCredentials;
import io.countersign.evidence.ActionRunId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class SingleOrderTest {

    private static final Duration SEND = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final TargetState FREE = TargetState.of("blocked", "false");
    private static final TargetState BLOCKED = TargetState.of("blocked", "true");

    private final TestCredentials credentials = new TestCredentials();
    private final ConnectorCall call = new ConnectorCall(new ActionRunId(UUID.randomUUID()), new ActionDigest("ab".repeat(32)), "block-address",
            new Target(TargetKind.ADDRESS, "203.0.113.9"), Map.of());
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private TargetState state = FREE;
    private int sent;

    @Test
    void whoIsHeldUpTooLongSendsNothing() {
        assertThat(act(Duration.ofSeconds(-1), new Answer.Accepted("done"))).isInstanceOf(Answer.Refused.class);
        assertThat(sent).isZero();
        assertThat(undo()).as("a refusal was heard, so nothing is on its way").isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void whatWasNeverAnsweredMayArriveForAWhile() {
        assertThat(act(SEND, new Answer.Lost("no answer"))).isInstanceOf(Answer.Lost.class);
        now = now.plus(SEND).plus(ANSWER).minusSeconds(1);
        assertThat(undo()).isInstanceOf(Answer.Lost.class);
        now = now.plusSeconds(1);
        assertThat(undo()).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void whatWasNeverAnsweredAndIsSeenIsTakenBackAtOnce() {
        act(SEND, new Answer.Lost("no answer"));
        state = BLOCKED;
        assertThat(undo()).isInstanceOf(Answer.Accepted.class);
        assertThat(state).isEqualTo(FREE);
    }

    @Test
    void anAnswerThatWasHeardNeedsNoWaiting() {
        assertThat(act(SEND, new Answer.Accepted("done"))).isInstanceOf(Answer.Accepted.class);
        assertThat(sent).isOne();
        assertThat(undo()).isInstanceOf(Answer.Accepted.class);
    }

    private Answer act(Duration sendWithin, Answer answer) {
        return orders(sendWithin).act(call, credentials.issue(Verb.ACT, "product", call.digest(), call.target()), new Product(answer));
    }

    private Answer undo() {
        return orders(SEND).undo(call, FREE, credentials.issue(Verb.UNDO, "product", call.digest(), call.target()), new Product(null));
    }

    private SingleOrder orders(Duration sendWithin) {
        return new SingleOrder("product", sendWithin, ANSWER, ClaimsForTests.redeemingWith(credentials, () -> now), credentials);
    }

    private record Looked(TargetState state) implements SingleOrder.Seen {
    }

    /** A product that changes nothing by itself. */
    private final class Product implements SingleOrder.Subject<Looked> {

        private final Answer answer;

        Product(Answer answer) {
            this.answer = answer;
        }

        @Override
        public Looked look() {
            return new Looked(state);
        }

        @Override
        public TargetState expected(TargetState prior) {
            return BLOCKED;
        }

        @Override
        public Answer act(Looked seen, BooleanSupplier late) {
            if (late.getAsBoolean()) {
                return new Answer.Refused("too late");
            }
            sent++;
            return answer;
        }

        @Override
        public Answer undo(Looked seen, TargetState prior) {
            state = prior;
            return new Answer.Accepted("taken back");
        }
    }
}
