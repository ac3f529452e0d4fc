package io.countersign.road;

import io.countersign.agent.AgentEffects;
import io.countersign.agent.Agents;
import io.countersign.agent.OutstandingCredentials;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.testing.MovableClock;
import io.countersign.testing.TestDatabase;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What an agent has done and holds, as tests want it and see it. */
@Component
class Deeds {

    private final Agents agents;
    private final OutstandingCredentials credentials;
    private final AgentEffects effects;
    private final MovableClock clock;

    Deeds(Agents agents, OutstandingCredentials credentials, AgentEffects effects, MovableClock clock) {
        this.agents = agents;
        this.credentials = credentials;
        this.effects = effects;
        this.clock = clock;
    }

    String seen(String agent, String action) {
        return switch (action) {
            case "suspend-agent" -> agents.find(agent).orElseThrow().status().name();
            case "revoke-agent-credentials" -> String.valueOf(credentials.of(agent));
            default -> String.valueOf(effects.inEffect(agent));
        };
    }

    /** What this run did counts as asked for by the agent. */
    void ascribe(PlaybookRunId run, String agent) {
        TestDatabase.jdbcClient().sql("update action_run set agent = ? where playbook_run = ?").params(agent, run.value()).update();
    }

    /** As if a credential had been minted for the agent just now and not used yet. */
    void holdsACredential(String agent) {
        Instant now = clock.instant();
        TestDatabase.jdbcClient().sql("""
                insert into credential (id, verb, digest, target_kind, target, connector, agent, owner, action_run, playbook_run, incident, issued_at, expires_at)
                values (?, 'ACT', ?, 'ADDRESS', '203.0.113.9', 'sandbox', ?, 'ben', ?, 'none', 1, ?, ?)""")
                .params(UUID.randomUUID(), "0".repeat(64), agent, UUID.randomUUID(), Timestamp.from(now), Timestamp.from(now.plusSeconds(240))).update();
    }
}
