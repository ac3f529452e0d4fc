package io.countersign.connector.remote;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** What a worker sends to a node besides results, and where. JSON over HTTPS; a node takes it from workers that it knows by their certificate. */
public final class WorkerLine {

    /** Raised when the meaning of anything said on the line changes: both ends have to be of one mind. */
    public static final int VERSION = 1;

    /** Takes an {@link Ask}; answers with a {@link RemoteOrder}, or 204 after a while: ask again. */
    public static final String NEXT = "/worker/next";
    /** Takes a {@link Leave}: whatever this process asked for is answered with 204. */
    public static final String LEAVE = "/worker/leave";
    /** The steps of one order stand beneath it, named as in {@link Step}. */
    public static final String ORDER = "/worker/orders/{id}";

    /** What a worker may ask of the node that gave an order, as long as that waits for the answer. */
    public enum Step {
        /** {@link io.countersign.connector.CallClaims#claim} with the credential of the order; takes a {@link Claim}, answers {@link Yes}. */
        CLAIM,
        /** {@link io.countersign.agent.CredentialVerifier#redeem} of the credential of the order to undo. */
        REDEEM,
        /** {@link io.countersign.connector.CallClaims#answered}. */
        ANSWERED,
        /** {@link io.countersign.connector.CallClaims#mayStillArrive}; takes a {@link Within}, answers {@link Yes}. */
        MAY_STILL_ARRIVE,
        /** {@link io.countersign.connector.CallClaims#mayHaveChanged}; answers {@link Yes}. */
        MAY_HAVE_CHANGED,
        /** Takes the {@link RemoteResult}; the order is over. */
        RESULT;

        /** Its path beneath {@link #ORDER}. */
        public String path() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private WorkerLine() {
    }

    /** @param process one run of a worker, so that it can {@link Leave} @param connectors ids of all that it has */
    public record Ask(int version, UUID process, Set<String> connectors) {

        public Ask {
            connectors = connectors == null ? Set.of() : Set.copyOf(connectors);
            if (process == null || connectors.isEmpty() || connectors.size() > 100 || !connectors.stream().allMatch(name -> name.matches("[a-z0-9-]{1,64}"))) {
                throw new IllegalArgumentException("A worker names its process and 1 to 100 connectors");
            }
        }
    }

    public record Leave(UUID process) {

        public Leave {
            if (process == null) {
                throw new IllegalArgumentException("A worker names its process");
            }
        }
    }

    public record Claim(boolean changes) {
    }

    public record Within(long millis) {
    }

    public record Yes(boolean yes) {
    }
}
