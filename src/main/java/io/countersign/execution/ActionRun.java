package io.countersign.execution;

import io.countersign.action.ActionDigest;
import io.countersign.action.ActionRequest;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.TargetState;
import io.countersign.evidence.ActionRunId;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.policy.Assessment;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.descriptor.java.Immutability;
import org.hibernate.type.SqlTypes;
import org.springframework.data.domain.Persistable;

/** A row of the ledger: one attempt at one effect, with the way back stored before it. Changes only along {@link ActionRunState}. */
@Entity
class ActionRun implements Persistable<UUID> {

    @Id
    private UUID id;
    private String digest;
    private long incident;
    private String playbookRun;
    private String activity;
    private String actionType;
    private String targetKind;
    private String target;
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Map<String, String> parameters;
    private String agent;
    private String owner;
    private String connector;
    private boolean sandbox;
    @Enumerated(EnumType.STRING)
    private ActionRunState state;
    private boolean ours;
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Map<String, String> prior;
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Map<String, String> expected;
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Map<String, String> found;
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Map<String, Object> undoRequest;
    private String detail;
    private UUID lease;
    private Instant createdAt;
    private Instant updatedAt;
    @Version
    private long version;
    @Transient
    private boolean fresh;

    protected ActionRun() {
    }

    ActionRun(ActionRunId id, Assessment assessment, String owner, Preparation prepared, Instant now) {
        ActionRequest request = assessment.request();
        this.id = id.value();
        this.digest = assessment.digest().hex();
        this.incident = request.incident().number();
        this.playbookRun = request.playbookRun().value();
        this.activity = request.activity();
        this.actionType = request.actionType();
        this.targetKind = request.target().kind().name();
        this.target = request.target().value();
        this.parameters = new TreeMap<>(request.parameters());
        this.agent = request.agent();
        this.owner = owner;
        this.connector = prepared.connector().id();
        this.sandbox = prepared.connector().sandbox();
        this.state = ActionRunState.PREPARED;
        this.ours = !prepared.alreadySo();
        this.prior = prepared.prior().attributes();
        this.expected = prepared.expected().attributes();
        this.undoRequest = prepared.undoRequest();
        this.detail = "Prepared";
        this.createdAt = now;
        this.updatedAt = now;
        this.fresh = true;
    }

    /** @throws IllegalStateException when the life of a row does not allow the move */
    void move(ActionRunState to, String why, Instant now) {
        if (!state.mayBecome(to)) {
            throw new IllegalStateException("Action run " + id + " is " + state + " and cannot become " + to);
        }
        state = to;
        detail = why;
        updatedAt = now;
    }

    /** An undo begins, or begins again after its maker died. */
    void undoing(Instant now) {
        if (state == ActionRunState.UNDOING) {
            updatedAt = now;
        } else {
            move(ActionRunState.UNDOING, "The undo is being made", now);
        }
    }

    void saw(TargetState seen) {
        found = seen.attributes();
    }

    void heldBy(UUID leaseId, boolean effectIsOurs) {
        lease = leaseId;
        ours = effectIsOurs;
    }

    ActionRunView view() {
        return new ActionRunView(new ActionRunId(id), new ActionDigest(digest), new IncidentId(incident), new PlaybookRunId(playbookRun), activity,
                actionType, new Target(TargetKind.valueOf(targetKind), target), parameters, agent, owner, connector, sandbox, state, ours,
                TargetState.of(prior), TargetState.of(expected), found == null ? null : TargetState.of(found), detail, lease, createdAt, updatedAt);
    }

    ConnectorCall call() {
        return new ConnectorCall(new ActionRunId(id), new ActionDigest(digest), actionType, view().target(), parameters);
    }

    ActionRunState state() {
        return state;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }

    @PostLoad
    @PostPersist
    void stored() {
        fresh = false;
    }
}
