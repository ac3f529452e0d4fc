package io.countersign.road;

import io.countersign.action.TargetKind;
import io.countersign.incident.ObservableKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The shipped playbooks, with their actions in the order of the process. */
enum Script {
    BLOCK("block-malicious-address", "T1595", "block-address"),
    CONTAIN("contain-compromised-account", "T1078", "disable-account", "end-sessions", "remove-from-group"),
    ISOLATE("isolate-infected-host", "T1486", "isolate-host", "block-address"),
    PHISHING("quarantine-phishing-campaign", "T1566", "quarantine-mail", "block-sender", "block-url"),
    LEAK("suspend-leaked-credential", "T1552", "deactivate-api-key", "deny-cloud-principal", "disable-application"),
    EXFILTRATION("contain-data-exfiltration", "T1567", "block-address", "block-domain", "disable-account", "block-public-access"),
    ROGUE("contain-rogue-ai-agent", "T1595", "suspend-agent", "revoke-agent-credentials", "roll-back-agent-actions");

    /** Those on which every treatment and every wait state is tried; the others have the same shape, and are walked on every element. */
    static final Set<Script> THOROUGH = EnumSet.of(BLOCK, CONTAIN, ISOLATE);

    final String key;
    final String technique;
    final List<String> actions;

    Script(String key, String technique, String... actions) {
        this.key = key;
        this.technique = technique;
        this.actions = List.of(actions);
    }

    static Stream<Script> thorough() {
        return THOROUGH.stream();
    }

    String first() {
        return actions.get(0);
    }

    String last() {
        return actions.get(actions.size() - 1);
    }

    /** The first that a machine takes back. */
    String firstUndone() {
        return actions.stream().filter(action -> lasting(action) && !unsafe(action)).findFirst().orElseThrow();
    }

    static TargetKind target(String action) {
        return switch (action) {
            case "block-address" -> TargetKind.ADDRESS;
            case "isolate-host" -> TargetKind.HOST;
            case "quarantine-mail" -> TargetKind.MESSAGE;
            case "block-sender" -> TargetKind.SENDER;
            case "block-url" -> TargetKind.URL;
            case "block-domain" -> TargetKind.DOMAIN;
            case "deactivate-api-key" -> TargetKind.API_KEY;
            case "deny-cloud-principal" -> TargetKind.CLOUD_PRINCIPAL;
            case "disable-application" -> TargetKind.APPLICATION;
            case "block-public-access" -> TargetKind.BUCKET;
            case "suspend-agent", "revoke-agent-credentials", "roll-back-agent-actions" -> TargetKind.AGENT;
            default -> TargetKind.ACCOUNT;
        };
    }

    static ObservableKind observable(TargetKind kind) {
        return ObservableKind.valueOf(kind.name());
    }

    /** Whether something stays in place that a lease must end. */
    static boolean lasting(String action) {
        return !Set.of("end-sessions", "revoke-agent-credentials", "roll-back-agent-actions").contains(action);
    }

    /** Whether no machine takes it back: a person is asked instead. */
    static boolean unsafe(String action) {
        return Set.of("deactivate-api-key", "roll-back-agent-actions").contains(action);
    }

    /** The attribute that the action touches, natural and contained. */
    static List<String> effect(String action) {
        return switch (action) {
            case "block-address", "block-domain", "block-url", "block-sender" -> List.of("blocked", "false", "true");
            case "isolate-host" -> List.of("isolated", "false", "true");
            case "disable-account", "disable-application" -> List.of("enabled", "true", "false");
            case "end-sessions" -> List.of("sessions", "3", "0");
            case "quarantine-mail" -> List.of("folder", "inbox", "quarantine");
            case "deactivate-api-key" -> List.of("active", "true", "false");
            case "deny-cloud-principal" -> List.of("denied", "false", "true");
            case "block-public-access" -> List.of("public-access", "allowed", "blocked");
            case "suspend-agent" -> List.of("status", "ACTIVE", "SUSPENDED");
            case "revoke-agent-credentials" -> List.of("outstanding-credentials", "", "0");
            case "roll-back-agent-actions" -> List.of("effects-in-force", "", "0");
            default -> List.of("member of Domain Admins", "true", "false");
        };
    }
}
