package io.countersign.console;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

@SpringJUnitWebConfig
@TestPropertySource(properties = "countersign.node.pages=false")
class ShutDoorTest {

    private final MockMvc node;

    ShutDoorTest(@Autowired WebApplicationContext context) {
        node = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/inbox", "/api/incidents", "/engine-rest/version"})
    void whatWasSentToTheWrongNodeIsToldSo(String path) throws Exception {
        node.perform(get(path)).andExpect(status().isServiceUnavailable())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(content().string(containsString("serves no pages")));
    }

    @Test
    void noAlertIsTakenThatNobodyWouldSee() throws Exception {
        node.perform(post("/api/alerts/generic").content("{}")).andExpect(status().isServiceUnavailable());
    }

    @Test
    void itsHealthIsAnswered() throws Exception {
        node.perform(get("/actuator/health")).andExpect(status().isOk());
    }

    @Configuration
    @EnableWebMvc
    @EnableWebSecurity
    @Import({ShutDoor.class, ApiRefusal.class, Health.class})
    static class Wiring {

        @Bean
        ObjectMapper json() {
            return new ObjectMapper();
        }
    }

    @RestController
    static class Health {

        @GetMapping("/actuator/health")
        String health() {
            return "UP";
        }
    }
}
