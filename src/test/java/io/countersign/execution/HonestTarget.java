package io.countersign.execution;

import io.countersign.action.Target;
import io.countersign.agent.Credential;
import io.countersign.agent.CredentialGrant.Verb;
import io.countersign.agent.CredentialRefused;
import io.countersign.agent.CredentialVerifier;
import io.countersign.connector.Answer;
import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.SelfCheck;
import io.countersign.connector.TargetState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A product in memory that keeps the contract of connectors, answers as it is told to, and remembers who made each target what it is. */
class HonestTarget implements Connector {

    static final String ACTION = "block-address";
    static final TargetState NATURAL = TargetState.of(Map.of("blocked", "false", "list", "none"));
    static final TargetState MADE = TargetState.of(Map.of("blocked", "true", "list", "countersign"));
    private static final TargetState HALF_BACK = TargetState.of(Map.of("blocked", "false", "list", "countersign"));
    static final Duration LATE = Duration.ofMinutes(30);

    /** What becomes of an order. */
    enum Reply { DONE, REFUSED, LOST_BUT_DONE, LOST, LATE, PARTLY }

    /** How a target is, and by which order; {@code by} is null for nature and strangers. */
    record Now(TargetState state, UUID by) {
    }

    private record Order(Target target, Instant effectiveAt) {
    }

    private final CredentialVerifier verifier;
    private final JdbcClient ledger;
    private final InstantSource clock;
    private final Map<Target, Now> targets = new HashMap<>();
    private final Map<UUID, Order> underWay = new HashMap<>();
    private final Map<UUID, Integer> orders = new HashMap<>();
    private final Map<UUID, Integer> undos = new HashMap<>();
    private final List<String> broken = new ArrayList<>();
    private Reply reply = Reply.DONE;

    HonestTarget(CredentialVerifier verifier, JdbcClient ledger, InstantSource clock) {
        this.verifier = verifier;
        this.ledger = ledger;
        this.clock = clock;
    }

    void forget() {
        List.of(targets, underWay, orders, undos).forEach(Map::clear);
        broken.clear();
        reply = Reply.DONE;
    }

    void willReply(Reply next) {
        reply = next;
    }

    Now now(Target target) {
        return targets.getOrDefault(target, new Now(NATURAL, null));
    }

    void stranger(Target target, TargetState state) {
        if (!now(target).state().equals(state)) {
            targets.put(target, new Now(state, null));
        }
    }

    /** Orders that were accepted come into effect when their time has come. */
    void arrive() {
        List<UUID> due = underWay.entrySet().stream().filter(order -> !clock.instant().isBefore(order.getValue().effectiveAt())).map(Map.Entry::getKey).toList();
        due.forEach(key -> targets.put(underWay.remove(key).target(), new Now(MADE, key)));
    }

    boolean mayStillCome(UUID key) {
        return underWay.containsKey(key);
    }

    Map<UUID, Integer> orders() {
        return orders;
    }

    int undosOf(UUID key) {
        return undos.getOrDefault(key, 0);
    }

    /** What the product saw that must never be. */
    List<String> broken() {
        return broken;
    }

    @Override
    public Answer act(ConnectorCall call, Credential credential) {
        UUID key = call.actionRun().value();
        Reply now = reply;
        if (now == Reply.REFUSED || now == Reply.LOST) {
            return now == Reply.LOST ? new Answer.Lost("no answer") : new Answer.Refused("the product does not want to");
        }
        if (!redeemed(call, Verb.ACT, credential)) {
            return new Answer.Refused("the credential is not for this");
        }
        requireStoredBefore(key);
        if (orders.merge(key, 1, Integer::sum) > 1) {
            broken.add("two orders under the key " + key);
        }
        underWay.put(key, new Order(call.target(), now == Reply.LATE ? clock.instant().plus(LATE) : clock.instant()));
        arrive();
        return now == Reply.LOST_BUT_DONE ? new Answer.Lost("no answer") : new Answer.Accepted("taken");
    }

    /** Whoever was held up may come when the outcome counts as unknown already; not when it is being taken back, or is over. */
    private void requireStoredBefore(UUID key) {
        List<String> rows = ledger.sql("select state || ' ' || (undo_request ->> 'undoes') from action_run where id = ?").param(key).query(String.class).list();
        if (!rows.equals(List.of("EXECUTING " + ACTION)) && !rows.equals(List.of("UNKNOWN " + ACTION))) {
            broken.add("an order under the key " + key + " whose row says " + rows);
        }
    }

    @Override
    public Answer undo(ConnectorCall call, TargetState prior, Credential credential) {
        Reply now = reply;
        if (now == Reply.REFUSED || now == Reply.LOST || now == Reply.LATE) {
            return now == Reply.REFUSED ? new Answer.Refused("the product does not want to") : new Answer.Lost("no answer");
        }
        if (!redeemed(call, Verb.UNDO, credential)) {
            return new Answer.Refused("the credential is not for this");
        }
        UUID key = call.actionRun().value();
        undos.merge(key, 1, Integer::sum);
        underWay.remove(key);
        if (orders.containsKey(key) && now(call.target()).state().equals(MADE)) {
            targets.put(call.target(), now == Reply.PARTLY ? new Now(HALF_BACK, key) : new Now(prior, null));
        }
        return now == Reply.LOST_BUT_DONE ? new Answer.Lost("no answer") : new Answer.Accepted("taken back");
    }

    private boolean redeemed(ConnectorCall call, Verb verb, Credential credential) {
        try {
            verifier.redeem(credential, verb, id(), call.digest(), call.target());
            return true;
        } catch (CredentialRefused refused) {
            return false;
        }
    }

    @Override
    public TargetState capture(ConnectorCall call) {
        return now(call.target()).state();
    }

    @Override
    public TargetState expected(ConnectorCall call, TargetState prior) {
        TreeMap<String, String> after = new TreeMap<>(prior.attributes());
        after.putAll(MADE.attributes());
        return TargetState.of(after);
    }

    @Override
    public String id() {
        return "honest";
    }

    @Override
    public String name() {
        return "A product in memory";
    }

    @Override
    public boolean sandbox() {
        return false;
    }

    @Override
    public Set<String> actionTypes() {
        return Set.of(ACTION);
    }

    @Override
    public SelfCheck check() {
        return new SelfCheck(true, List.of());
    }
}
