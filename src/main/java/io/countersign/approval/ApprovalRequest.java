package io.countersign.approval;

import io.countersign.action.ActionDigest;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/** One question to people about one digest. Changes only along {@link ApprovalState}. */
@Entity
class ApprovalRequest implements Persistable<UUID> {

    @Id
    private UUID id;
    private String digest;
    private long incident;
    private String playbookRun;
    private String activity;
    private String task;
    private int level;
    @Column(columnDefinition = "text[]")
    private List<String> teams;
    @Column(columnDefinition = "text[]")
    private List<String> excluded;
    @Enumerated(EnumType.STRING)
    private ApprovalState state;
    private Instant openedAt;
    private Instant escalatesAt;
    private Instant expiresAt;
    private Instant escalatedAt;
    @Version
    private long version;
    @Transient
    private boolean fresh;

    protected ApprovalRequest() {
    }

    ApprovalRequest(OpenApproval opening, Instant now) {
        this.id = opening.id();
        this.digest = opening.digest().hex();
        this.incident = opening.incident().number();
        this.playbookRun = opening.playbookRun().value();
        this.activity = opening.activity();
        this.task = opening.task();
        this.level = opening.level();
        this.teams = new ArrayList<>(opening.teams());
        this.excluded = new ArrayList<>(opening.excluded());
        this.state = ApprovalState.PENDING;
        this.openedAt = now;
        this.escalatesAt = now.plus(opening.escalateAfter());
        this.expiresAt = now.plus(opening.expireAfter());
        this.fresh = true;
    }

    /** @throws IllegalStateException when the life of a request does not allow the move */
    void move(ApprovalState to) {
        if (!state.next().contains(to)) {
            throw new IllegalStateException("Approval request " + id + " is " + state + " and cannot become " + to);
        }
        state = to;
    }

    /** Asks more teams as well, once. */
    void escalate(List<String> moreTeams, Instant now) {
        List<String> all = new ArrayList<>(teams);
        moreTeams.stream().filter(team -> !all.contains(team)).forEach(all::add);
        teams = all;
        escalatedAt = now;
    }

    ApprovalRequestView view() {
        return new ApprovalRequestView(id, new ActionDigest(digest), new IncidentId(incident), new PlaybookRunId(playbookRun), activity, task,
                level, List.copyOf(teams), List.copyOf(excluded), state, openedAt, escalatesAt, expiresAt, escalatedAt);
    }

    ApprovalState state() {
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
