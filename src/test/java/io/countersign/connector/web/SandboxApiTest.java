package io.countersign.connector.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.connector.sandbox.Fault;
import io.countersign.connector.sandbox.SandboxTarget;
import io.countersign.connector.sandbox.SandboxTraining;
import io.countersign.connector.sandbox.Training;
import io.countersign.evidence.Actor;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class SandboxApiTest {

    private static final Target HOST = new Target(TargetKind.HOST, "WS-0142");
    private static final Principal ANA = () -> "ana";

    private final SandboxTraining training = mock(SandboxTraining.class);
    private final MockMvc api = MockMvcBuilders.standaloneSetup(new SandboxApi(training)).build();

    @BeforeEach
    void anIsolatedHost() {
        SandboxTarget seen = new SandboxTarget(HOST, Map.of("isolated", "true"), Training.NONE);
        when(training.find(HOST)).thenReturn(seen);
        when(training.latest(200)).thenReturn(List.of(seen));
        when(training.ofAll()).thenReturn(Training.of(Fault.REFUSES));
    }

    @Test
    void everyAnswerSaysThatItIsTheSandbox() throws Exception {
        api.perform(get("/api/sandbox/targets")).andExpect(status().isOk()).andExpect(jsonPath("$.sandbox").value(true))
                .andExpect(jsonPath("$.everywhere.fault").value("REFUSES")).andExpect(jsonPath("$.targets[0].sandbox").value(true))
                .andExpect(jsonPath("$.targets[0].attributes.isolated").value("true"));
    }

    @Test
    void aTrainerChangesATargetInTheirOwnName() throws Exception {
        send("state", "{\"kind\": \"HOST\", \"value\": \"WS-0142\", \"attributes\": {\"isolated\": \"true\"}}", 200);
        verify(training).change(HOST, Map.of("isolated", "true"), Actor.person("ana"));
    }

    @Test
    void aTrainerMakesOneTargetMisbehave() throws Exception {
        send("training", "{\"kind\": \"HOST\", \"value\": \"WS-0142\", \"on\": \"UNDO\", \"fault\": \"REFUSES\", \"latencyMillis\": 250}", 200);
        verify(training).train(HOST, Training.of(Fault.REFUSES).on(Training.On.UNDO).slow(Duration.ofMillis(250)), Actor.person("ana"));
    }

    @Test
    void withoutATargetEveryTargetIsMeant() throws Exception {
        send("training", "{}", 200);
        verify(training).trainAll(Training.NONE, Actor.person("ana"));
    }

    @Test
    void aTimeBeyondTheLimitIsRefused() throws Exception {
        send("training", "{\"latencyMillis\": 600001}", 400);
        send("state", "{\"kind\": \"HOST\", \"value\": \"WS-0142\", \"attributes\": {}}", 400);
        verify(training, never()).trainAll(any(), any());
        verify(training, never()).change(any(), any(), any());
    }

    private void send(String what, String body, int status) throws Exception {
        api.perform(post("/api/sandbox/targets/" + what).principal(ANA).contentType(MediaType.APPLICATION_JSON).content(body))
                .andExpect(status().is(status));
    }
}
