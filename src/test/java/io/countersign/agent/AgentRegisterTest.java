package io.countersign.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.action.RiskTier;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceQuery;
import io.countersign.evidence.EvidenceRow;
import io.countersign.evidence.EvidenceTrail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(AgentModule.class)
class AgentRegisterTest {

    private static final Actor ADA = Actor.person("ada");
    private static final Instant NEXT_YEAR = AgentModule.NOON.plus(Duration.ofDays(365));

    @Autowired
    private AgentRegister register;
    @Autowired
    private Agents agents;
    @Autowired
    private EvidenceTrail trail;

    @Test
    void aRegisteredAgentIsFoundWithEverythingButMayNotActYet() {
        register.register(agent("found-1"), ADA);
        Agent found = agents.find("found-1").orElseThrow();
        assertThat(found).isEqualTo(new Agent("found-1", "Responder", "Contains hosts", "olga", "soc", Set.of("isolate-host", "block-address"),
                RiskTier.DUAL, AgentStatus.REGISTERED, null, NEXT_YEAR));
        assertThat(found.activeAt(AgentModule.NOON)).isFalse();
        assertThat(agents.all()).contains(found);
        assertThat(agents.actor("found-1")).isEqualTo(Actor.agent("found-1", "olga"));
    }

    @Test
    void aSuspensionIsLiftedByWhoOrderedItOrByAnAdministratorOnly() {
        register.register(agent("stopped-1"), ADA);
        Actor owner = Actor.person("olga");
        agents.changeStatus("stopped-1", AgentStatus.ACTIVE, "ready", owner);
        agents.changeStatus("stopped-1", AgentStatus.SUSPENDED, "odd", owner);
        assertThat(agents.find("stopped-1").orElseThrow().suspendedBy()).isEqualTo("olga");
        agents.changeStatus("stopped-1", AgentStatus.ACTIVE, "looked at", owner);
        for (Actor stopper : List.of(ADA, Actor.system("containment"))) {
            agents.changeStatus("stopped-1", AgentStatus.SUSPENDED, "odd", stopper);
            assertThatThrownBy(() -> agents.changeStatus("stopped-1", AgentStatus.ACTIVE, "it is mine", owner)).isInstanceOf(SuspensionStands.class);
            assertThat(agents.find("stopped-1").orElseThrow().status()).isEqualTo(AgentStatus.SUSPENDED);
            agents.changeStatus("stopped-1", AgentStatus.ACTIVE, "looked at", ADA);
            assertThat(agents.find("stopped-1").orElseThrow().suspendedBy()).isNull();
        }
    }

    @Test
    void anAgentThatNamesWhatDoesNotExistIsRefusedByTheField() {
        refused("owner", new NewAgent("refused-1", "R", "P", "nobody", "soc", Set.of(), RiskTier.OBSERVE, NEXT_YEAR));
        refused("owner", new NewAgent("refused-1", "R", "P", "nils", "soc", Set.of(), RiskTier.OBSERVE, NEXT_YEAR));
        refused("team", new NewAgent("refused-1", "R", "P", "olga", "nowhere", Set.of(), RiskTier.OBSERVE, NEXT_YEAR));
        refused("actionTypes", new NewAgent("refused-1", "R", "P", "olga", "soc", Set.of("format-disk"), RiskTier.OBSERVE, NEXT_YEAR));
        refused("endsAt", new NewAgent("refused-1", "R", "P", "olga", "soc", Set.of(), RiskTier.OBSERVE, AgentModule.NOON));
        assertThat(agents.find("refused-1")).isEmpty();
        register.register(agent("taken-1"), ADA);
        refused("id", agent("taken-1"));
    }

    @Test
    void aMachineIsNeverGivenTheTierOfAPerson() {
        assertThatThrownBy(() -> new NewAgent("x", "R", "P", "olga", "soc", Set.of(), RiskTier.HUMAN_ONLY, NEXT_YEAR))
                .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("ceiling");
    }

    @Test
    void anAgentLivesOnlyAlongItsTableOfMoves() {
        register.register(agent("life-1"), ADA);
        assertThatThrownBy(() -> change("life-1", AgentStatus.SUSPENDED)).isInstanceOf(IllegalStateException.class);
        change("life-1", AgentStatus.ACTIVE);
        assertThatThrownBy(() -> change("life-1", AgentStatus.ACTIVE)).isInstanceOf(IllegalStateException.class);
        change("life-1", AgentStatus.SUSPENDED);
        change("life-1", AgentStatus.ACTIVE);
        assertThat(agents.find("life-1").orElseThrow().activeAt(AgentModule.NOON)).isTrue();
        assertThat(agents.find("life-1").orElseThrow().activeAt(NEXT_YEAR)).isFalse();
        change("life-1", AgentStatus.RETIRED);
        for (AgentStatus status : AgentStatus.values()) {
            assertThatThrownBy(() -> change("life-1", status)).isInstanceOf(IllegalStateException.class).hasMessageContaining("RETIRED");
        }
    }

    @Test
    void everyChangeIsOnTheRecordWithItsReasonAndTheOwner() {
        register.register(agent("record-1"), ADA);
        change("record-1", AgentStatus.ACTIVE);
        List<EvidenceRow> rows = trail.search(new EvidenceQuery(EvidenceKind.AGENT_CHANGED, "ada", null, null, null, null, "record-1", null), 10);
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).facts()).containsEntry("to", "ACTIVE").containsEntry("from", "REGISTERED").containsEntry("reason", "because of a test")
                .containsEntry("agentOwner", "olga");
    }

    @Test
    void aChangeWithoutAReasonIsRefused() {
        register.register(agent("silent-1"), ADA);
        assertThatThrownBy(() -> agents.changeStatus("silent-1", AgentStatus.ACTIVE, " ", ADA)).hasMessageStartingWith("reason");
        assertThat(agents.find("silent-1").orElseThrow().status()).isEqualTo(AgentStatus.REGISTERED);
    }

    @Test
    void nobodyActsAsAnUnknownAgent() {
        assertThatThrownBy(() -> agents.actor("ghost-1")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("ghost-1");
    }

    private void change(String id, AgentStatus to) {
        agents.changeStatus(id, to, "because of a test", ADA);
    }

    private void refused(String field, NewAgent agent) {
        assertThatThrownBy(() -> register.register(agent, ADA)).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith(field + ":");
    }

    private static NewAgent agent(String id) {
        return new NewAgent(id, "Responder", "Contains hosts", "olga", "soc", Set.of("isolate-host", "block-address"), RiskTier.DUAL, NEXT_YEAR);
    }
}
