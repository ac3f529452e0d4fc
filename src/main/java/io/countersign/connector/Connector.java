package io.countersign.connector;

import io.countersign.agent.Credential;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One product that Countersign can act on.
 *
 * <p>Every method is called outside a transaction, by many threads at once, and SHOULD return within the connector's own
 * time limit. {@link #capture}, {@link #check} and {@link #expected} MUST NOT change anything on the product.
 * {@link #act} and {@link #undo} MUST redeem the credential with
 * {@link io.countersign.agent.CredentialVerifier} before they touch anything, MUST make at most one try, and MUST answer
 * {@link Answer.Lost} when they cannot know. Nothing here promises that an accepted order is effective. Where the product knows no
 * idempotency key, {@link SingleOrder} keeps these rules. {@code ConnectorContractTest} states these rules as tests that every implementation passes.
 */
public interface Connector {

    /** Stable kebab-case id; audience of its credentials. */
    String id();

    /** Name for people, for example "Directory (LDAP)". */
    String name();

    /** Whether this is the training sandbox, whose effects are not real. */
    boolean sandbox();

    /** Whether this is Countersign itself: what it does needs no route, and no route leads it elsewhere. */
    default boolean itself() {
        return false;
    }

    /** The catalogue ids it can do. */
    Set<String> actionTypes();

    /**
     * Reads the attributes that the action touches.
     *
     * @throws TargetUnreadable when the target is unknown to the product or cannot be read now
     */
    TargetState capture(ConnectorCall call);

    /** The state in which the target is once the action is effective, given the state before. Pure. */
    TargetState expected(ConnectorCall call, TargetState prior);

    /** Makes the effect, once. @throws io.countersign.agent.CredentialRefused if the credential is not for this */
    Answer act(ConnectorCall call, Credential credential);

    /**
     * Takes the effect of this call back so that the target is as {@code prior} says, removing only what {@link #act} added.
     *
     * @throws io.countersign.agent.CredentialRefused if the credential is not for this
     */
    Answer undo(ConnectorCall call, TargetState prior, Credential credential);

    /**
     * Everything that the product holds under our mark, where a product can say that; empty where it cannot, which is not the same as
     * holding nothing. It is held against the ledger, so that an effect that the books do not know of is found. MUST NOT change
     * anything, and MUST NOT name what a person or another tool did.
     *
     * @throws TargetUnreadable when the product does not answer
     */
    default Optional<List<Holding>> enumerate() {
        return Optional.empty();
    }

    /** Whether it could work now. Never throws. */
    SelfCheck check();
}
