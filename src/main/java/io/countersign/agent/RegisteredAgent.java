package io.countersign.agent;

import io.countersign.action.RiskTier;
import io.countersign.evidence.Actor;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** An agent as a row. Only its status changes, along {@link AgentStatus#next}. */
@Entity
@Table(name = "agent")
class RegisteredAgent {

    @Id
    private String id;
    private String name;
    private String purpose;
    private String owner;
    private String team;
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "agent_action_type", joinColumns = @JoinColumn(name = "agent"))
    @Column(name = "action_type")
    private Set<String> actionTypes;
    @Enumerated(EnumType.STRING)
    private RiskTier ceiling;
    @Enumerated(EnumType.STRING)
    private AgentStatus status;
    private String suspendedBy;
    private Instant endsAt;
    /** Null until stored, which is how a new one is told from one that is changed. */
    @Version
    private Long version;

    protected RegisteredAgent() {
    }

    RegisteredAgent(NewAgent agent) {
        this.id = agent.id();
        this.name = agent.name();
        this.purpose = agent.purpose();
        this.owner = agent.owner();
        this.team = agent.team();
        this.actionTypes = new HashSet<>(agent.actionTypes());
        this.ceiling = agent.ceiling();
        this.status = AgentStatus.REGISTERED;
        this.endsAt = agent.endsAt();
    }

    /** @throws IllegalStateException when the life of an agent does not allow the move */
    void move(AgentStatus to, Actor by) {
        if (!status.next().contains(to)) {
            throw new IllegalStateException("Agent " + id + " is " + status + " and cannot become " + to + "; it may become " + status.next());
        }
        status = to;
        suspendedBy = to == AgentStatus.SUSPENDED && by.kind() == Actor.Kind.PERSON ? by.id() : null;
    }

    Agent view() {
        return new Agent(id, name, purpose, owner, team, actionTypes, ceiling, status, suspendedBy, endsAt);
    }
}
