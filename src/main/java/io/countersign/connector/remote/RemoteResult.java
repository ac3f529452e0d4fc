package io.countersign.connector.remote;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.countersign.connector.Answer;
import io.countersign.connector.Holding;
import io.countersign.connector.SelfCheck;
import io.countersign.connector.TargetState;
import java.util.List;
import java.util.Optional;

/** What became of an order at the worker. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({@JsonSubTypes.Type(value = RemoteResult.Seen.class, name = "seen"), @JsonSubTypes.Type(value = RemoteResult.Said.class, name = "said"),
        @JsonSubTypes.Type(value = RemoteResult.Holds.class, name = "holds"), @JsonSubTypes.Type(value = RemoteResult.Checked.class, name = "checked"),
        @JsonSubTypes.Type(value = RemoteResult.Failed.class, name = "failed")})
public sealed interface RemoteResult {

    /** Of a capture, or the state to expect. */
    record Seen(TargetState state) implements RemoteResult {
    }

    /** Of an act or undo: an {@link Answer}. */
    record Said(Verdict verdict, String text) implements RemoteResult {

        public enum Verdict { ACCEPTED, REFUSED, LOST }

        public static Said of(Answer answer) {
            if (answer instanceof Answer.Accepted accepted) {
                return new Said(Verdict.ACCEPTED, accepted.detail());
            }
            return answer instanceof Answer.Refused refused ? new Said(Verdict.REFUSED, refused.reason()) : new Said(Verdict.LOST, ((Answer.Lost) answer).reason());
        }
    }

    /** @param holdings null where the product cannot say */
    record Holds(List<Holding> holdings) implements RemoteResult {

        Optional<List<Holding>> found() {
            return Optional.ofNullable(holdings).map(List::copyOf);
        }
    }

    record Checked(SelfCheck check) implements RemoteResult {
    }

    /** What the connector threw. */
    record Failed(Cause cause, String message) implements RemoteResult {

        public enum Cause {
            UNREADABLE, CREDENTIAL_REFUSED, NO_CONNECTOR,
            /** Anything else: of an effect, nobody knows. */
            BROKEN
        }
    }
}
