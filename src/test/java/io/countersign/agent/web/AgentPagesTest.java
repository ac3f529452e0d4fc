package io.countersign.agent.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.RiskTier;
import io.countersign.agent.AgentRegister;
import io.countersign.agent.AgentStatus;
import io.countersign.agent.Agents;
import io.countersign.agent.NewAgent;
import io.countersign.console.FormBrowser;
import io.countersign.evidence.Actor;
import io.countersign.people.NewPerson;
import io.countersign.people.PeopleRegister;
import io.countersign.people.Role;
import io.countersign.people.Team;
import io.countersign.testing.CountersignTest;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@CountersignTest
class AgentPagesTest {

    @LocalServerPort
    int port;
    @Autowired
    PeopleRegister register;
    @Autowired
    AgentRegister agentRegister;
    @Autowired
    Agents agents;
    @Autowired
    JdbcClient jdbc;

    private final String owner = "o" + UUID.randomUUID().toString().substring(0, 12);
    private final String other = "p" + UUID.randomUUID().toString().substring(0, 12);
    private final String agent = "a" + UUID.randomUUID();
    private FormBrowser owners;
    private FormBrowser others;

    @BeforeEach
    void anAgentAndItsOwner() throws Exception {
        Actor test = Actor.system("test");
        register.putTeam(new Team("pages-test", "Pages test"), test);
        owners = new FormBrowser(port).signIn(owner, register.addPerson(new NewPerson(owner, "Olga Owner", "pages-test", Set.of(Role.ANALYST)), false, test));
        others = new FormBrowser(port).signIn(other, register.addPerson(new NewPerson(other, "Otto Other", "pages-test", Set.of(Role.ANALYST)), false, test));
        agentRegister.register(new NewAgent(agent, "Responder", "Isolates hosts", owner, "pages-test", Set.of("isolate-host"), RiskTier.DUAL,
                Instant.parse("2099-01-01T00:00:00Z")), test);
    }

    @Test
    void thePageSaysWhoAnswersAndWhatIsAllowed() throws Exception {
        assertThat(others.open("/agents").body()).contains("Responder", agent);
        assertThat(others.open("/agents/" + agent).body()).contains("Olga Owner", "isolate-host", "DUAL", "Registered", "Isolates hosts")
                .doesNotContain("Let it act");
        assertThat(others.open("/agents/no-such-agent").status()).isEqualTo(404);
        assertThat(others.body()).contains("There is no agent no-such-agent");
    }

    @Test
    void theOwnerLetsItActAndSaysWhy() throws Exception {
        owners.open("/agents/" + agent).send("/agents/" + agent + "/status", Map.of("status", "ACTIVE", "reason", " "));
        assertThat(owners.status()).isEqualTo(400);
        assertThat(owners.body()).contains("Say why");
        owners.open("/agents/" + agent).send("/agents/" + agent + "/status", Map.of("status", "ACTIVE", "reason", "reviewed"));
        assertThat(owners.body()).contains("Responder is now active");
        assertThat(agents.find(agent).orElseThrow().status()).isEqualTo(AgentStatus.ACTIVE);
    }

    @Test
    void whoStoppedItIsShownAndTheOwnerIsNotOfferedToUndoThat() throws Exception {
        agents.changeStatus(agent, AgentStatus.ACTIVE, "ready", Actor.system("test"));
        agents.changeStatus(agent, AgentStatus.SUSPENDED, "odd", Actor.person(other));
        assertThat(owners.open("/agents/" + agent).body()).contains("Suspended by", "Otto Other", "only an administrator", "Retire it for good")
                .doesNotContain("Let it act");
        owners.send("/agents/" + agent + "/status", Map.of("status", "ACTIVE", "reason", "it is mine"));
        assertThat(owners.status()).isEqualTo(403);
        assertThat(agents.find(agent).orElseThrow().status()).isEqualTo(AgentStatus.SUSPENDED);
    }

    @Test
    void nobodyElseMayAndMovesOutsideItsLifeAreRefused() throws Exception {
        others.open("/account/password").send("/agents/" + agent + "/status", Map.of("status", "ACTIVE", "reason", "because"));
        assertThat(others.status()).isEqualTo(403);
        owners.open("/agents/" + agent).send("/agents/" + agent + "/status", Map.of("status", "SUSPENDED", "reason", "because"));
        assertThat(owners.status()).isEqualTo(409);
        assertThat(agents.find(agent).orElseThrow().status()).isEqualTo(AgentStatus.REGISTERED);
    }

    @Test
    void mintedCredentialsAreListedWithoutTheirTokens() throws Exception {
        jdbc.sql("""
                insert into credential (id, verb, digest, target_kind, target, connector, agent, owner, action_run, playbook_run, incident, issued_at, expires_at)
                values (?, 'ACT', repeat('ab', 32), 'HOST', 'WS-0142', 'sandbox', ?, ?, ?, 'run', 31, now() - interval '4 minutes', now() - interval '2 minutes')""")
                .params(UUID.randomUUID(), agent, owner, UUID.randomUUID()).update();
        assertThat(owners.open("/agents/" + agent).body()).contains("WS-0142", "INC-31", "Expired unused", "abababababab…");
    }
}
