package io.countersign.incident;

import static io.countersign.incident.Intake.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceRow;
import io.countersign.evidence.EvidenceTrail;
import io.countersign.evidence.IncidentId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@IncidentTest
class IncidentsTest {

    private static final Actor ANN = Actor.person("ann");

    @Autowired
    Intake intake;
    @Autowired
    Incidents incidents;
    @Autowired
    IncidentSearch search;
    @Autowired
    EvidenceTrail trail;
    @Autowired
    PlatformTransactionManager transactions;
    @Autowired
    JdbcClient jdbc;

    @Test
    void ticketMovesWithAReasonOnTheRecord(@Autowired ApplicationEvents events) {
        IncidentId id = intake.alert("low", "host=" + unique("ws-"));
        incidents.changeTicket(id, TicketState.IN_PROGRESS, "looking", ANN);
        assertThat(incidents.find(id).orElseThrow().ticket()).isEqualTo(TicketState.IN_PROGRESS);
        EvidenceRow last = last(id);
        assertThat(last.kind()).isEqualTo(EvidenceKind.INCIDENT_CHANGED);
        assertThat(last.actor()).isEqualTo(ANN);
        assertThat(last.facts()).containsEntry("what", "ticket").containsEntry("from", "OPEN").containsEntry("to", "IN_PROGRESS").containsEntry("reason", "looking");
        assertThat(events.stream(IncidentChanged.class)).contains(new IncidentChanged(id, false));
    }

    @Test
    void moveThatIsNotInTheTableIsRefused() {
        IncidentId id = intake.alert("low", "host=" + unique("ws-"));
        incidents.changeTicket(id, TicketState.CLOSED, "done", ANN);
        assertThatThrownBy(() -> incidents.changeTicket(id, TicketState.OPEN, "again", ANN)).isInstanceOf(ChangeRefused.class)
                .hasMessageContaining("CLOSED").hasMessageContaining("IN_PROGRESS");
        assertThat(incidents.find(id).orElseThrow().ticket()).isEqualTo(TicketState.CLOSED);
    }

    @Test
    void changeWithoutAReasonOrOfNoIncidentIsRefused() {
        IncidentId id = intake.alert("low", "host=" + unique("ws-"));
        assertThatThrownBy(() -> incidents.changeSeverity(id, Severity.HIGH, " \u0000 ", ANN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> incidents.changeSeverity(id, Severity.LOW, "same", ANN)).isInstanceOf(ChangeRefused.class);
        assertThatThrownBy(() -> incidents.changeSeverity(new IncidentId(Long.MAX_VALUE), Severity.LOW, "x", ANN)).isInstanceOf(UnknownIncident.class);
    }

    @Test
    void severityChangesBothWays() {
        IncidentId id = intake.alert("critical", "host=" + unique("ws-"));
        incidents.changeSeverity(id, Severity.LOW, "a test machine", ANN);
        assertThat(incidents.find(id).orElseThrow().severity()).isEqualTo(Severity.LOW);
    }

    @Test
    void incidentsAreFoundByTicketSeverityTeamAndText() {
        String host = unique("ws-") + "_x";
        IncidentId id = intake.alert("high", "host=" + host);
        assertThat(ids(new IncidentQuery(null, null, null, host.toUpperCase()))).containsExactly(id);
        assertThat(ids(new IncidentQuery(TicketState.OPEN, Severity.HIGH, "soc", host))).containsExactly(id);
        assertThat(ids(new IncidentQuery(TicketState.CLOSED, null, null, host))).isEmpty();
        assertThat(ids(new IncidentQuery(null, Severity.LOW, null, host))).isEmpty();
        assertThat(ids(new IncidentQuery(null, null, "other", host))).isEmpty();
        assertThat(ids(new IncidentQuery(null, null, null, id.toString().toLowerCase()))).contains(id);
        assertThat(ids(new IncidentQuery(null, null, null, host.replace("_x", "%")))).isEmpty();
        assertThat(search.count(new IncidentQuery(null, null, null, host))).isEqualTo(1);
        assertThat(incidents.list(TicketState.OPEN, 0, 100)).extracting(IncidentView::id).contains(id);
        assertThat(incidents.count(TicketState.OPEN)).isPositive();
    }

    /** In one transaction, whose lock keeps the row from an application that another test may have left running. */
    @Test
    void eachChangeIsTakenForTriageOnceAndGivenBackByARollback() {
        IncidentId id = intake.alert("low", "host=" + unique("ws-"));
        TransactionTemplate otherNode = new TransactionTemplate(transactions);
        otherNode.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("update incident set triage_wanted = true where id = ?").param(id.number()).update();
            jdbc.sql("savepoint before").update();
            assertThat(incidents.takeForTriage(100_000)).contains(id);
            assertThat(incidents.takeForTriage(100_000)).doesNotContain(id);
            jdbc.sql("rollback to savepoint before").update();
            assertThat(incidents.takeForTriage(100_000)).contains(id);
            assertThat(otherNode.<List<IncidentId>>execute(other -> {
                other.setRollbackOnly();
                return incidents.takeForTriage(100_000);
            })).doesNotContain(id);
        });
        assertThatThrownBy(() -> incidents.takeForTriage(1)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void anAlertThatJoinsAsksForTriageAgain() {
        String host = unique("ws-");
        IncidentId id = intake.alert("low", "host=" + host);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("update incident set triage_wanted = false where id = ?").param(id.number()).update();
            intake.alert("low", "host=" + host);
            assertThat(incidents.takeForTriage(100_000)).contains(id);
        });
    }

    private List<IncidentId> ids(IncidentQuery query) {
        return search.search(query, 0, 10).stream().map(IncidentView::id).toList();
    }

    private EvidenceRow last(IncidentId id) {
        List<EvidenceRow> rows = trail.ofIncident(id);
        return rows.get(rows.size() - 1);
    }
}
