package io.countersign.road;

import io.countersign.action.TargetKind;
import io.countersign.incident.ObservableKind;
import java.util.List;

/** The shipped playbooks, with their actions in the order of the process. */
enum Script {
    BLOCK("block-malicious-address", "T1595", "block-address"),
    CONTAIN("contain-compromised-account", "T1078", "disable-account", "end-sessions", "remove-from-group"),
    ISOLATE("isolate-infected-host", "T1486", "isolate-host", "block-address");

    final String key;
    final String technique;
    final List<String> actions;

    Script(String key, String technique, String... actions) {
        this.key = key;
        this.technique = technique;
        this.actions = List.of(actions);
    }

    String first() {
        return actions.get(0);
    }

    String last() {
        return actions.get(actions.size() - 1);
    }

    static TargetKind target(String action) {
        return switch (action) {
            case "block-address" -> TargetKind.ADDRESS;
            case "isolate-host" -> TargetKind.HOST;
            default -> TargetKind.ACCOUNT;
        };
    }

    static ObservableKind observable(TargetKind kind) {
        return ObservableKind.valueOf(kind.name());
    }

    /** Whether something stays in place that a lease must end. */
    static boolean lasting(String action) {
        return !action.equals("end-sessions");
    }

    /** The attribute of a sandbox target that the action touches, natural and contained. */
    static List<String> effect(String action) {
        return switch (action) {
            case "block-address" -> List.of("blocked", "false", "true");
            case "isolate-host" -> List.of("isolated", "false", "true");
            case "disable-account" -> List.of("enabled", "true", "false");
            case "end-sessions" -> List.of("sessions", "3", "0");
            default -> List.of("member of Domain Admins", "true", "false");
        };
    }
}
