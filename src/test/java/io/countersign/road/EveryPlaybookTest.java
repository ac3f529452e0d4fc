package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.RiskTier;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.agent.AgentStatus;
import io.countersign.agent.Agents;
import io.countersign.connector.sandbox.SandboxTraining;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceRow;
import io.countersign.evidence.EvidenceTrail;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.ActionRunState;
import io.countersign.incident.Criticality;
import io.countersign.incident.Environment;
import io.countersign.incident.ObservableKind;
import io.countersign.testing.CountersignTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From an alert to what is seen back on the target, for the playbooks that {@link RoadTest} does not walk. */
@CountersignTest
class EveryPlaybookTest {

    @Autowired
    Organisation organisation;
    @Autowired
    Road road;
    @Autowired
    Play play;
    @Autowired
    Deeds deeds;
    @Autowired
    Agents agents;
    @Autowired
    EvidenceTrail trail;
    @Autowired
    SandboxTraining sandbox;

    private final String id = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void organisation() {
        organisation.exists();
    }

    @Test
    void aPhishingCampaignIsTakenOutOfTheMailboxesAndBack() {
        PlaybookRunId run = start("quarantine-phishing-campaign", "medium", "T1566.002", Road.observable("message", "m-" + id),
                Road.observable("sender", "s-" + id + "@example.net"), Road.observable("url", "https://" + id + ".example.net/renew"));
        for (String action : List.of("quarantine-mail", "block-sender", "block-url")) {
            approved(run, action, "sam");
        }
        seen(TargetKind.MESSAGE, "m-" + id, "folder", "quarantine");
        seen(TargetKind.SENDER, "s-" + id + "@example.net", "blocked", "true");
        road.rollBack(run);
        assertThat(road.ended(run).outcome()).isEqualTo("Rolled back and observed");
        seen(TargetKind.MESSAGE, "m-" + id, "folder", "inbox");
        assertThat(undone(run)).containsExactly("block-url", "block-sender", "quarantine-mail");
    }

    @Test
    void aLeakedKeyNeedsTwoPeopleAndIsNeverGivenBackByAMachine() {
        organisation.asset(ObservableKind.API_KEY, "AKIA" + id, Criticality.MEDIUM, Environment.PRODUCTION, Map.of());
        PlaybookRunId run = start("suspend-leaked-credential", "high", "T1552.001", Road.observable("api-key", "AKIA" + id),
                Road.observable("cloud-principal", "arn:aws:iam::1:user/" + id), Road.observable("application", "app-" + id));
        road.approve(run, "sam");
        approved(run, "deactivate-api-key", "eva");
        approved(run, "deny-cloud-principal", "sam");
        approved(run, "disable-application", "sam");
        road.release(run);
        road.standsAt(run, "review-on-release");
        seen(TargetKind.API_KEY, "AKIA" + id, "active", "false");
        seen(TargetKind.CLOUD_PRINCIPAL, "arn:aws:iam::1:user/" + id, "denied", "false");
        seen(TargetKind.APPLICATION, "app-" + id, "enabled", "true");
        assertThat(road.action(run, "deactivate-api-key", ActionRunState.UNSAFE).detail()).contains("a person has to decide");
    }

    @Test
    void dataOnItsWayOutIsStoppedAtItsDestinationItsHandAndItsSource() {
        String address = "2001:db8::" + id.substring(0, 4) + ":" + id.substring(4);
        String account = organisation.asset(ObservableKind.ACCOUNT, "taker-" + id + "@corp.example", Criticality.MEDIUM, Environment.PRODUCTION, Map.of());
        PlaybookRunId run = start("contain-data-exfiltration", "high", "T1567.002", Road.observable("address", address), Road.observable("domain", id + ".example.net"),
                Road.observable("account", account), Road.observable("bucket", "s3://b-" + id + "/reports"));
        road.action(run, "block-address", ActionRunState.CONFIRMED);
        for (String action : List.of("block-domain", "disable-account", "block-public-access")) {
            approved(run, action, "sam");
        }
        seen(TargetKind.BUCKET, "b-" + id, "public-access", "blocked");
        road.rollBack(run);
        assertThat(road.ended(run).outcome()).isEqualTo("Rolled back and observed");
        seen(TargetKind.BUCKET, "b-" + id, "public-access", "allowed");
        assertThat(undone(run)).containsExactly("block-public-access", "disable-account", "block-domain", "block-address");
    }

    @Test
    void aRogueAgentIsSuspendedLosesWhatItHoldsAndWhatItDidIsRolledBack() {
        String rogue = organisation.agent("rogue-" + id);
        organisation.asset(ObservableKind.AGENT, rogue, Criticality.HIGH, Environment.PRODUCTION, Map.of());
        Walk deed = play.begin(Script.BLOCK, RiskTier.AUTONOMOUS);
        deed.contained("block-address");
        deed.inForce();
        deeds.ascribe(deed.run(), rogue);
        deeds.holdsACredential(rogue);
        PlaybookRunId run = start("contain-rogue-ai-agent", "high", "T1595", Road.observable("agent", rogue));
        for (String action : List.of("suspend-agent", "revoke-agent-credentials", "roll-back-agent-actions")) {
            road.approve(run, "sam");
            approved(run, action, "eva");
        }
        assertThat(agents.find(rogue).orElseThrow().status()).isEqualTo(AgentStatus.SUSPENDED);
        assertThat(deeds.seen(rogue, "revoke-agent-credentials")).isEqualTo("0");
        deed.endsAs("Rolled back and observed");
        deed.untouched("block-address");
        assertThat(trail.ofPlaybookRun(deed.run())).filteredOn(row -> row.kind() == EvidenceKind.ROLLBACK_REQUESTED).singleElement()
                .satisfies(row -> assertThat(String.valueOf(row.facts().get("reason"))).contains(rogue).contains("Plan: Block network address on"));
        road.rollBack(run);
        road.standsAt(run, "review-on-request");
        assertThat(agents.find(rogue).orElseThrow().status()).isEqualTo(AgentStatus.ACTIVE);
        assertThat(undone(run)).containsExactly("roll-back-agent-actions", "revoke-agent-credentials", "suspend-agent");
    }

    @Test
    void anAgentThatAdvisesAboutItselfIsNotHeardAndNothingIsDoneToIt() {
        PlaybookRunId run = start("contain-rogue-ai-agent", "high", "T1595", Road.observable("agent", "road-1"));
        assertThat(road.ended(run).outcome()).isEqualTo("Nothing contained");
        assertThat(trail.ofPlaybookRun(run)).extracting(EvidenceRow::kind).contains(EvidenceKind.RECOMMENDATION_REFUSED).doesNotContain(EvidenceKind.ACTION_ATTEMPTED);
        assertThat(agents.find("road-1").orElseThrow().status()).isEqualTo(AgentStatus.ACTIVE);
    }

    private PlaybookRunId start(String playbook, String severity, String technique, String... observables) {
        IncidentId incident = road.alert(severity, technique, observables);
        return road.run(incident, playbook);
    }

    private void approved(PlaybookRunId run, String action, String person) {
        assertThat(road.waitingApproval(run).activity()).isEqualTo(action);
        road.approve(run, person);
        road.action(run, action, ActionRunState.CONFIRMED);
    }

    private void seen(TargetKind kind, String value, String attribute, String as) {
        assertThat(sandbox.find(new Target(kind, value)).attributes()).as(value).containsEntry(attribute, as);
    }

    private List<Object> undone(PlaybookRunId run) {
        return trail.ofPlaybookRun(run).stream().filter(row -> row.kind() == EvidenceKind.UNDO_OBSERVED).map(row -> row.facts().get("activity")).toList();
    }
}
