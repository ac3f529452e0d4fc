package io.countersign.connector.sandbox;

import io.countersign.action.Target;
import java.util.Map;

/** One pretended target as it is now: only the attributes that somebody changed; all others are as they naturally are. */
public record SandboxTarget(Target target, Map<String, String> attributes, Training training) {

    public SandboxTarget {
        attributes = Map.copyOf(attributes);
    }
}
