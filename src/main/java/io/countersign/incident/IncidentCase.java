package io.countersign.incident;

import io.countersign.evidence.IncidentId;
import io.countersign.incident.intake.NormalizedAlert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;

/** The incident as it is stored. Its changes say what they changed, for the record; callers hold the lock of its row. */
@Entity
@Table(name = "incident")
@DynamicUpdate
class IncidentCase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String title;
    @Enumerated(EnumType.STRING)
    private Severity severity;
    @Enumerated(EnumType.STRING)
    private TicketState ticket;
    @Enumerated(EnumType.STRING)
    private Environment environment;
    private String team;
    private String[] techniques;
    private Instant openedAt;
    private Instant updatedAt;
    private boolean triageWanted;

    protected IncidentCase() {
    }

    IncidentCase(NormalizedAlert first, Situation situation, String defaultTeam, Instant now) {
        title = first.title();
        severity = first.severity();
        ticket = TicketState.OPEN;
        environment = situation.environment();
        team = Objects.requireNonNullElse(situation.team(), defaultTeam);
        techniques = first.techniques().toArray(String[]::new);
        openedAt = now;
        updatedAt = now;
        triageWanted = true;
    }

    /** Takes one more alert in: severity and environment only rise, and the team follows the environment. */
    List<Change> join(NormalizedAlert alert, Situation situation, Instant now) {
        List<Change> changes = new ArrayList<>();
        if (alert.severity().compareTo(severity) > 0) {
            changes.add(new Change("severity", severity, alert.severity()));
            severity = alert.severity();
        }
        if (situation.environment().compareTo(environment) < 0) {
            changes.add(new Change("environment", environment, situation.environment()));
            environment = situation.environment();
            if (!team.equals(situation.team())) {
                changes.add(new Change("team", team, situation.team()));
                team = situation.team();
            }
        }
        techniques = Stream.concat(Arrays.stream(techniques), alert.techniques().stream()).distinct().toArray(String[]::new);
        triageWanted = true;
        updatedAt = now;
        return changes;
    }

    Change moveTicket(TicketState to, Instant now) {
        TicketMoves.check(ticket, to);
        Change change = new Change("ticket", ticket, to);
        ticket = to;
        updatedAt = now;
        return change;
    }

    Change rate(Severity to, Instant now) {
        if (severity == to) {
            throw new ChangeRefused("The severity is " + to + " already.");
        }
        Change change = new Change("severity", severity, to);
        severity = to;
        updatedAt = now;
        return change;
    }

    IncidentId id() {
        return new IncidentId(id);
    }

    Severity severity() {
        return severity;
    }

    Environment environment() {
        return environment;
    }

    String team() {
        return team;
    }

    String title() {
        return title;
    }
}
