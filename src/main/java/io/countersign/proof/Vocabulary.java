package io.countersign.proof;

import java.util.Set;

/** The closed vocabulary of a playbook: every name that the product understands in a BPMN file stands here once. */
public final class Vocabulary {

    public static final String TOPIC_RECOMMENDATION = "recommendation";
    public static final String TOPIC_CONTAINMENT = "containment";
    public static final String TOPIC_UNDO = "containment-undo";
    public static final Set<String> TOPICS = Set.of(TOPIC_RECOMMENDATION, TOPIC_CONTAINMENT, TOPIC_UNDO);

    public static final String RISK_DECISION = "risk-tier";
    public static final String SELECTION_DECISION = "select-playbook";

    /** On an assess task: the element id of the action that it assesses. */
    public static final String ASSESSES = "countersign.assesses";
    /** On an approval task and on the services of its timers: the element id of the action. */
    public static final String APPROVES = "countersign.approves";
    /** On an approval task: {@code 2} for the second of two approvals. */
    public static final String LEVEL = "countersign.level";
    public static final String LEVEL_TWO = "2";
    /** On an action task: the catalogue id. */
    public static final String ACTION = "countersign.action";
    /** On a compensation handler: the element id of the action. */
    public static final String UNDOES = "countersign.undoes";
    /** On an action task whose effect cannot be undone: {@code true}. */
    public static final String IRREVERSIBLE = "countersign.irreversible";
    /** On a user task for what only a person may do. */
    public static final String BY_HAND = "countersign.byHand";
    /** On a user task that decides how to go on after an outcome that is not clear. */
    public static final String RESOLVES = "countersign.resolves";
    /** On a user task that looks at what a rollback left. */
    public static final String REVIEWS = "countersign.reviews";
    /** On a process: the id of the owning team. */
    public static final String OWNER = "countersign.owner";

    public static final String MESSAGE_RELEASE = "release-containment";
    public static final String MESSAGE_KEEP = "keep-containment";
    public static final String MESSAGE_ROLLBACK = "rollback-requested";

    public static final String VAR_INCIDENT = "incident";
    public static final String VAR_IN_FORCE = "inForce";
    public static final String VAR_LEASE_UNTIL = "leaseUntil";
    public static final String VAR_ROLLBACK_OUTCOME = "rollbackOutcome";

    public static final String ESCALATE = "${escalateApproval}";
    public static final String EXPIRE = "${expireApproval}";
    public static final String VERIFY = "${verifyRollback}";

    private Vocabulary() {
    }

    /** The variable of one action: {@code isolate-host} and {@code Tier} give {@code isolateHostTier}. */
    public static String variable(String activity, String suffix) {
        StringBuilder name = new StringBuilder();
        for (String part : activity.split("-")) {
            name.append(name.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return name.append(suffix).toString();
    }
}
