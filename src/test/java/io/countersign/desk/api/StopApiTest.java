package io.countersign.desk.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.stop.LiftStop;
import io.countersign.stop.StopTest;
import io.countersign.stop.Stops;
import io.countersign.testing.CountersignTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The kill switch over REST. */
@CountersignTest
class StopApiTest {

    private static final Map<String, String> REASON = Map.of("reason", "The cause was found and mended");

    @Autowired
    Api api;
    @Autowired
    Stops stops;
    @Autowired
    LiftStop lift;
    @Autowired
    MeterRegistry meters;

    @AfterEach
    void liftAll() {
        StopTest.liftAll(stops, lift);
    }

    @Test
    void onePersonStopsTwoLiftAndEachStepAnswersWithTheStop() {
        Api.Answer pressed = api.post("ana", "/api/stops", Map.of("scope", "ACTION_TYPE", "name", "block-hash", "reason", "Wrong hashes"));
        assertThat(pressed.status()).isEqualTo(201);
        String id = pressed.json().get("id").asText();
        assertThat(api.get("eli", "/api/stops").json().at("/items/0/scope/name").asText()).isEqualTo("block-hash");
        assertThat(api.post("ana", "/api/stops/{id}/lift-request", REASON, id).status()).as("an analyst").isEqualTo(403);
        assertThat(api.post("eva", "/api/stops/{id}/lift", REASON, id).status()).as("nobody asked").isEqualTo(409);
        assertThat(api.post("sam", "/api/stops/{id}/lift-request", REASON, id).json().at("/asked/person").asText()).isEqualTo("sam");
        assertThat(api.post("sam", "/api/stops/{id}/lift", REASON, id).status()).as("alone").isEqualTo(403);
        Api.Answer unreasoned = api.post("eva", "/api/stops/{id}/lift", Map.of("reason", "ok"), id);
        assertThat(unreasoned.status()).isEqualTo(422);
        assertThat(unreasoned.json().at("/fields/0/name").asText()).isEqualTo("reason");
        assertThat(api.post("eva", "/api/stops/{id}/keep", REASON, id).json().get("asked").isNull()).isTrue();
        api.post("sam", "/api/stops/{id}/lift-request", REASON, id);
        assertThat(api.post("eva", "/api/stops/{id}/lift", REASON, id).json().at("/lifted/person").asText()).isEqualTo("eva");
        assertThat(api.get("eli", "/api/stops").json().get("total").asInt()).isZero();
        assertThat(api.get("eli", "/api/stops?lifted=true").json().at("/items/0/id").asText()).isEqualTo(id);
        assertThat(api.get("eli", "/api/stops/held").json().get("total").asInt()).isZero();
    }

    @Test
    void whatCannotBeStoppedIsRefused() {
        assertThat(api.post("ana", "/api/stops", Map.of("scope", "PLAYBOOK", "name", "no-such-playbook", "reason", "Wrong hosts")).status()).isEqualTo(404);
        assertThat(api.post("ana", "/api/stops", Map.of("scope", "PLAYBOOK", "reason", "Wrong hosts")).status()).isEqualTo(400);
        assertThat(api.post("ana", "/api/stops", Map.of("reason", "Wrong hosts")).status()).isIn(400, 422);
        assertThat(api.post("ana", "/api/stops", Map.of("scope", "EVERYTHING", "reason", "")).status()).isEqualTo(422);
        assertThat(api.post("eli", "/api/stops", Map.of("scope", "EVERYTHING", "reason", "Wrong hosts")).status()).as("an auditor").isEqualTo(403);
        assertThat(stops.inForce()).isEmpty();
    }

    @Test
    void aStopShowsInHealthAndMetricsAndTakesNoNodeOut() {
        assertThat(meters.get("countersign.stops").gauge().value()).isZero();
        api.post("ada", "/api/stops", Map.of("scope", "EVERYTHING", "reason", "Wrong hosts"));
        assertThat(meters.get("countersign.stops").gauge().value()).isEqualTo(1);
        assertThat(meters.get("countersign.actions.held").gauge().value()).isNotNegative();
        assertThat(api.get("ada", "/actuator/health").json().get("status").asText()).isEqualTo("DEGRADED");
        assertThat(api.get("ada", "/actuator/health/readiness").json().get("status").asText()).isEqualTo("UP");
    }
}
