package io.countersign.agent.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.countersign.action.RiskTier;
import io.countersign.agent.AgentModule;
import io.countersign.agent.AgentRegister;
import io.countersign.agent.AgentStatus;
import io.countersign.agent.Agents;
import io.countersign.agent.NewAgent;
import io.countersign.evidence.Actor;
import io.countersign.people.People;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@SpringJUnitConfig(AgentModule.class)
class AgentApiTest {

    @Autowired
    private Agents agents;
    @Autowired
    private AgentRegister register;
    @Autowired
    private People people;

    private MockMvc mvc;
    private String id;

    @BeforeEach
    void aRegisteredAgent() {
        mvc = MockMvcBuilders.standaloneSetup(new AgentApi(agents, new AgentStanding(agents, people))).build();
        id = "api-" + UUID.randomUUID();
        register.register(new NewAgent(id, "Responder", "Isolates", "olga", "soc", Set.of("isolate-host"), RiskTier.DUAL,
                Instant.parse("2099-01-01T00:00:00Z")), Actor.person("ada"));
    }

    @Test
    void theRegisterIsListed() throws Exception {
        mvc.perform(get("/api/agents")).andExpect(status().isOk()).andExpect(jsonPath("$[*].id", hasItem(id)));
    }

    @Test
    void theOwnerAndAnAdministratorMayChangeAnAgent() throws Exception {
        change(id, "olga", "{\"status\":\"ACTIVE\",\"reason\":\"ready\"}").andExpect(status().isOk()).andExpect(jsonPath("$.status").value("ACTIVE"));
        change(id, "ada", "{\"status\":\"SUSPENDED\",\"reason\":\"odd\"}").andExpect(status().isOk());
        assertThat(agents.find(id).orElseThrow().status()).isEqualTo(AgentStatus.SUSPENDED);
    }

    @Test
    void theOwnerDoesNotLiftWhatAnAdministratorOrdered() throws Exception {
        change(id, "olga", "{\"status\":\"ACTIVE\",\"reason\":\"ready\"}").andExpect(status().isOk());
        change(id, "ada", "{\"status\":\"SUSPENDED\",\"reason\":\"odd\"}").andExpect(status().isOk()).andExpect(jsonPath("$.suspendedBy").value("ada"));
        assertThatThrownBy(() -> change(id, "olga", "{\"status\":\"ACTIVE\",\"reason\":\"it is mine\"}")).hasRootCauseInstanceOf(AccessDeniedException.class);
        assertThat(agents.find(id).orElseThrow().status()).isEqualTo(AgentStatus.SUSPENDED);
        change(id, "ada", "{\"status\":\"ACTIVE\",\"reason\":\"looked at\"}").andExpect(status().isOk());
    }

    @Test
    void nobodyElseMayNotEvenWithAnAccountThatEnded() throws Exception {
        for (String username : List.of("nils", "mallory")) {
            assertThatThrownBy(() -> change(id, username, "{\"status\":\"ACTIVE\",\"reason\":\"ready\"}"))
                    .hasRootCauseInstanceOf(AccessDeniedException.class);
        }
        assertThat(agents.find(id).orElseThrow().status()).isEqualTo(AgentStatus.REGISTERED);
    }

    @Test
    void aChangeWithoutAReasonOrOfAnUnknownAgentIsRefused() throws Exception {
        change(id, "ada", "{\"status\":\"ACTIVE\"}").andExpect(status().isBadRequest());
        change("no-such", "ada", "{\"status\":\"ACTIVE\",\"reason\":\"ready\"}").andExpect(status().isNotFound());
    }

    private ResultActions change(String agent, String username, String body) throws Exception {
        Principal who = () -> username;
        return mvc.perform(post("/api/agents/{id}/status", agent).principal(who).contentType(APPLICATION_JSON).content(body));
    }
}
