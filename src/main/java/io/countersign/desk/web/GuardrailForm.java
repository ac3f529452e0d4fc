package io.countersign.desk.web;

import io.countersign.action.RiskTier;
import io.countersign.policy.guardrail.Guardrail;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;

/** A guardrail as somebody types it; what is empty is left out. */
record GuardrailForm(String id, Guardrail.Kind kind, String name, RiskTier tier, String actionType, String team, String environment, String roles, String targets,
                     Integer keep, String window, Integer most, Integer percent, String from, String until) implements Serializable {

    /** @throws IllegalArgumentException naming what is wrong */
    Guardrail read() {
        try {
            return new Guardrail(id, kind, name, tier, true, actionType, team, environment, list(roles), list(targets), keep,
                    empty(window) ? null : Duration.parse(window.strip()), most, percent, empty(from) ? null : Instant.parse(from.strip()),
                    empty(until) ? null : Instant.parse(until.strip()));
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException("A time in it cannot be read: write windows as PT1H and times as 2030-03-31T14:30:00Z");
        }
    }

    private static List<String> list(String text) {
        return empty(text) ? List.of() : Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    private static boolean empty(String text) {
        return text == null || text.isBlank();
    }
}
