package io.countersign.incident;

import io.countersign.evidence.IncidentId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Sends alerts as sources do, for tests; each test names things of its own, for the database is shared. */
@TestComponent
class Intake {

    private final AlertIntake intake;

    Intake(AlertIntake intake) {
        this.intake = intake;
    }

    List<IntakeOutcome> send(String format, String body) {
        return send(new AlertSource(format, format, Instant.EPOCH, null), body);
    }

    List<IntakeOutcome> send(AlertSource source, String body) {
        return intake.receive(source, body.getBytes(StandardCharsets.UTF_8), false);
    }

    /** Sends one generic alert; its observables are given as {@code kind=value}. */
    IncidentId alert(String severity, String... observables) {
        return ((IntakeOutcome.Accepted) send("generic", generic(UUID.randomUUID().toString(), severity, observables)).get(0)).incident();
    }

    static String generic(String id, String severity, String... observables) {
        String things = String.join(",", List.of(observables).stream().map(thing -> thing.split("=", 2))
                .map(thing -> "{\"kind\":\"%s\",\"value\":\"%s\"}".formatted(thing[0], thing[1])).toList());
        return "{\"id\":\"%s\",\"title\":\"Alert\",\"severity\":\"%s\",\"techniques\":[\"T1071\"],\"observables\":[%s]}".formatted(id, severity, things);
    }

    static String suricata(String from, String to) {
        return """
                {"event_type":"alert","timestamp":"2026-03-14T09:26:53Z","flow_id":%d,"src_ip":"%s","dest_ip":"%s","alert":{"signature":"ET SCAN","severity":2}}"""
                .formatted(UUID.randomUUID().getMostSignificantBits(), from, to);
    }

    /** A name that no other test uses. */
    static String unique(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 12);
    }

    /** A public address that hardly any other test uses. */
    static String address() {
        UUID random = UUID.randomUUID();
        return "2a00:%x:%x::%x".formatted(random.getMostSignificantBits() & 0xfff0 | 1, random.getLeastSignificantBits() & 0xfff0 | 1,
                (random.getMostSignificantBits() >> 32) & 0xfff0 | 1);
    }
}
