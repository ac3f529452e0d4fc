package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.connector.sandbox.SandboxTraining;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceRow;
import io.countersign.evidence.EvidenceTrail;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.ActionRunState;
import io.countersign.execution.Leases;
import io.countersign.incident.Criticality;
import io.countersign.incident.Environment;
import io.countersign.incident.ObservableKind;
import io.countersign.testing.CountersignTest;
import io.countersign.testing.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The main road from end to end, on the real engine, database and sandbox. */
@CountersignTest
class RoadTest {

    @Autowired
    Organisation organisation;

    @Autowired
    Road road;

    @Autowired
    Leases leases;

    @Autowired
    EvidenceTrail trail;

    @Autowired
    SandboxTraining sandbox;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void organisation() {
        organisation.exists();
    }

    @Test
    void anAddressIsBlockedByItselfAndComesBackWhenTheLeaseEnds() {
        String address = "198.51.100." + (1 + (int) (Math.random() * 250));
        IncidentId incident = road.alert("high", "T1595", Road.observable("address", address));
        PlaybookRunId run = road.run(incident, "block-malicious-address");
        road.action(run, "block-address", ActionRunState.CONFIRMED);
        assertThat(sandbox.find(new Target(TargetKind.ADDRESS, address)).attributes()).containsEntry("blocked", "true");
        assertThat(leases.ofRun(run)).singleElement().satisfies(lease -> assertThat(lease.holding()).hasSize(1));
        clock.advance(Duration.ofDays(2));
        assertThat(road.ended(run).outcome()).contains("observed");
        road.action(run, "block-address", ActionRunState.RESTORED);
        assertThat(sandbox.find(new Target(TargetKind.ADDRESS, address)).attributes()).containsEntry("blocked", "false");
        assertThat(trail.ofPlaybookRun(run)).extracting(EvidenceRow::kind).contains(EvidenceKind.PLAYBOOK_STARTED, EvidenceKind.ACTION_ASSESSED,
                EvidenceKind.CREDENTIAL_MINTED, EvidenceKind.ACTION_ATTEMPTED, EvidenceKind.CREDENTIAL_REDEEMED, EvidenceKind.ACTION_OBSERVED,
                EvidenceKind.LEASE_STARTED, EvidenceKind.LEASE_EXPIRED, EvidenceKind.UNDO_ATTEMPTED, EvidenceKind.UNDO_OBSERVED, EvidenceKind.LEASE_RELEASED,
                EvidenceKind.ROLLBACK_ENDED, EvidenceKind.PLAYBOOK_ENDED);
    }

    @Test
    void aCriticalAccountIsContainedWithTwoApprovalsAndRolledBackInReverseOrder() {
        String account = organisation.asset(ObservableKind.ACCOUNT, "adm-" + UUID.randomUUID() + "@corp.example", Criticality.CRITICAL, Environment.PRODUCTION,
                Map.of("privileged-group", "Domain Admins"));
        IncidentId incident = road.alert("high", "T1078", Road.observable("account", account));
        PlaybookRunId run = road.run(incident, "contain-compromised-account");
        for (String activity : List.of("disable-account", "end-sessions", "remove-from-group")) {
            assertThat(road.waitingApproval(run).activity()).isEqualTo(activity);
            road.approve(run, "sam");
            road.approve(run, "chen");
            road.action(run, activity, ActionRunState.CONFIRMED);
        }
        assertThat(sandbox.find(new Target(TargetKind.ACCOUNT, account)).attributes()).containsEntry("enabled", "false");
        road.rollBack(run);
        assertThat(road.ended(run).outcome()).containsIgnoringCase("observed");
        assertThat(road.actions(run)).allSatisfy(row -> assertThat(row.state()).isEqualTo(ActionRunState.RESTORED));
        assertThat(sandbox.find(new Target(TargetKind.ACCOUNT, account)).attributes()).containsEntry("enabled", "true");
        assertThat(trail.ofPlaybookRun(run)).filteredOn(row -> row.kind() == EvidenceKind.UNDO_OBSERVED).extracting(row -> row.facts().get("activity"))
                .containsExactly("remove-from-group", "end-sessions", "disable-account");
    }
}
