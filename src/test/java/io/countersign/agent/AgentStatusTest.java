package io.countersign.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.action.RiskTier;
import io.countersign.evidence.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every pair of states of an agent is either a listed move or refused. */
class AgentStatusTest {

    private static final Map<AgentStatus, Set<AgentStatus>> ALLOWED = Map.of(
            AgentStatus.REGISTERED, Set.of(AgentStatus.ACTIVE, AgentStatus.RETIRED), AgentStatus.ACTIVE, Set.of(AgentStatus.SUSPENDED, AgentStatus.RETIRED),
            AgentStatus.SUSPENDED, Set.of(AgentStatus.ACTIVE, AgentStatus.RETIRED), AgentStatus.RETIRED, Set.of());
    /** A way from the register to each state. */
    private static final Map<AgentStatus, List<AgentStatus>> WAY = Map.of(
            AgentStatus.REGISTERED, List.of(), AgentStatus.ACTIVE, List.of(AgentStatus.ACTIVE),
            AgentStatus.SUSPENDED, List.of(AgentStatus.ACTIVE, AgentStatus.SUSPENDED), AgentStatus.RETIRED, List.of(AgentStatus.RETIRED));

    @ParameterizedTest
    @EnumSource
    void onlyListedMovesAreAllowed(AgentStatus from) {
        for (AgentStatus to : AgentStatus.values()) {
            RegisteredAgent agent = new RegisteredAgent(new NewAgent("agent-1", "A", "P", "olga", "soc", Set.of(), RiskTier.DUAL, Instant.parse("2030-01-01T00:00:00Z")));
            WAY.get(from).forEach(step -> agent.move(step, Actor.person("ada")));
            if (ALLOWED.get(from).contains(to)) {
                agent.move(to, Actor.person("ada"));
                assertThat(agent.view().status()).isEqualTo(to);
            } else {
                assertThatThrownBy(() -> agent.move(to, Actor.person("ada"))).as(from + " to " + to).isInstanceOf(IllegalStateException.class);
                assertThat(agent.view().status()).isEqualTo(from);
            }
        }
    }
}
