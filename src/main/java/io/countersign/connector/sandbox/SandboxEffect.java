package io.countersign.connector.sandbox;

import io.countersign.connector.ConnectorCall;
import io.countersign.connector.TargetState;
import io.countersign.connector.TargetUnreadable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each action of the catalogue does to a pretended target: the one attribute it touches, how that naturally is, and how it is afterwards. */
enum SandboxEffect {
    ISOLATE_HOST("isolated", "false", "true"),
    CONTAIN_DEVICE("contained", "false", "true"),
    BLOCK_ADDRESS("blocked", "false", "true"),
    BLOCK_DOMAIN("blocked", "false", "true"),
    BLOCK_URL("blocked", "false", "true"),
    BLOCK_HASH("blocked", "false", "true"),
    QUARANTINE_FILE("quarantined", "false", "true"),
    DELETE_FILE("present", "true", "false", Undo.NONE),
    KILL_PROCESS("running", "true", "false", Undo.NONE),
    SUSPEND_PROCESS("suspended", "false", "true"),
    RESTRICT_APP_EXECUTION("execution-restricted", "false", "true"),
    DISABLE_ACCOUNT("enabled", "true", "false"),
    END_SESSIONS("sessions", "3", "0", Undo.NONE),
    FORCE_PASSWORD_RESET("password-reset-required", "false", "true", Undo.NONE),
    RESET_MFA("second-factor-enrolled", "true", "false", Undo.NONE),
    /** One account may be in many groups: the stored attribute carries the group's name. */
    REMOVE_FROM_GROUP("member", "true", "false", "group"),
    DEACTIVATE_API_KEY("active", "true", "false"),
    DELETE_API_KEY("present", "true", "false", Undo.NONE),
    DISABLE_APPLICATION("enabled", "true", "false"),
    REVOKE_OAUTH_GRANT("granted", "true", "false"),
    QUARANTINE_MAIL("folder", "inbox", "quarantine"),
    HARD_DELETE_MAIL("present", "true", "false", Undo.NONE),
    BLOCK_SENDER("blocked", "false", "true"),
    REMOVE_MAILBOX_RULE("present", "true", "false"),
    QUARANTINE_CLOUD_INSTANCE("security-groups", "default", "quarantine"),
    DENY_CLOUD_PRINCIPAL("denied", "false", "true"),
    BLOCK_PUBLIC_ACCESS("public-access", "allowed", "blocked"),
    /** Every snapshot is one more, so that a second effect of the same order would be seen. */
    SNAPSHOT_DISK("snapshots", "0", SandboxEffect.ONE_MORE, Undo.NONE),
    STOP_INSTANCE("power", "running", "stopped"),
    TERMINATE_INSTANCE("present", "true", "false", Undo.NONE),
    DISABLE_WORKFLOW("enabled", "true", "false"),
    DISABLE_REMOTE_ACCESS("remote-access", "allowed", "denied");

    private enum Undo { PRIOR_STATE, NONE }

    private static final String ONE_MORE = "+1";
    private static final Map<String, SandboxEffect> BY_ACTION =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(SandboxEffect::actionType, effect -> effect));

    private final String attribute;
    private final String natural;
    private final String afterwards;
    private final String parameter;
    private final Undo undo;

    SandboxEffect(String attribute, String natural, String afterwards) {
        this(attribute, natural, afterwards, null, Undo.PRIOR_STATE);
    }

    SandboxEffect(String attribute, String natural, String afterwards, Undo undo) {
        this(attribute, natural, afterwards, null, undo);
    }

    SandboxEffect(String attribute, String natural, String afterwards, String parameter) {
        this(attribute, natural, afterwards, parameter, Undo.PRIOR_STATE);
    }

    SandboxEffect(String attribute, String natural, String afterwards, String parameter, Undo undo) {
        this.attribute = attribute;
        this.natural = natural;
        this.afterwards = afterwards;
        this.parameter = parameter;
        this.undo = undo;
    }

    static Set<String> actionTypes() {
        return BY_ACTION.keySet();
    }

    static Optional<SandboxEffect> of(String actionType) {
        return Optional.ofNullable(BY_ACTION.get(actionType));
    }

    String actionType() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean canBeTakenBack() {
        return undo != Undo.NONE;
    }

    /** What the action's observer sees of a target with these stored attributes. */
    TargetState seen(ConnectorCall call, Map<String, String> stored) {
        Map<String, String> seen = new HashMap<>();
        seen.put(attribute, stored.getOrDefault(key(call), natural));
        if (parameter != null) {
            seen.put(parameter, parameterOf(call));
        }
        return TargetState.of(seen);
    }

    TargetState after(TargetState prior) {
        Map<String, String> after = new TreeMap<>(prior.attributes());
        after.put(attribute, afterwards.equals(ONE_MORE) ? oneMore(prior.attributes().get(attribute)) : afterwards);
        return TargetState.of(after);
    }

    /** The stored attributes that turn {@code from} into {@code to}; empty if they are the same. */
    Map<String, String> changes(ConnectorCall call, TargetState from, TargetState to) {
        return from.equals(to) ? Map.of() : Map.of(key(call), to.attributes().get(attribute));
    }

    private static String oneMore(String count) {
        try {
            return String.valueOf(Math.incrementExact(Long.parseLong(count)));
        } catch (NumberFormatException | ArithmeticException uncountable) {
            throw new TargetUnreadable("'" + count + "' is no number to add one to");
        }
    }

    private String key(ConnectorCall call) {
        return parameter == null ? attribute : attribute + " of " + parameterOf(call);
    }

    private String parameterOf(ConnectorCall call) {
        String given = call.parameters().get(parameter);
        if (given == null || given.isBlank()) {
            throw new TargetUnreadable("The action '" + actionType() + "' needs the parameter '" + parameter + "'");
        }
        return given;
    }
}
