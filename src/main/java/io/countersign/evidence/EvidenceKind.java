package io.countersign.evidence;

/** What a row of evidence states. Names are stored: add, never rename. */
public enum EvidenceKind {
    /** An alert was accepted, stored raw and mapped. */
    ALERT_RECEIVED,
    /** A record of a source could not be read and was kept aside. */
    ALERT_QUARANTINED,
    /** A first alert opened an incident. */
    INCIDENT_OPENED,
    /** Severity, ticket state, owner or alerts of an incident changed. */
    INCIDENT_CHANGED,
    /** The version of a playbook or decision was accepted by the engine. */
    PLAYBOOK_DEPLOYED,
    /** Files that a person sent to the engine were not accepted, and why. */
    PLAYBOOK_REFUSED,
    /** A version that gains authority was proved, and waits for a second person. */
    PLAYBOOK_WAITING,
    /** A second person activated or turned down what gains authority, and why. */
    PLAYBOOK_DECIDED,
    /** A version does not hold by the rules of today: nothing new starts on it, runs on it go on. */
    PLAYBOOK_SUSPENDED,
    /** A run was moved to another version of its playbook. */
    RUN_MIGRATED,
    /** A run that somebody had suspended in the engine went on, because a lease had run out, an undo waited or a person ordered it. */
    RUN_RESUMED,
    /** The decision on which playbooks an incident gets. */
    PLAYBOOK_SELECTED,
    /** A playbook run began. */
    PLAYBOOK_STARTED,
    /** A playbook run reached an end. */
    PLAYBOOK_ENDED,
    /** A recommender gave advice; or gave output that failed its schema. */
    RECOMMENDATION_MADE,
    /** Advice was refused because it did not fit the schema, catalogue or incident. */
    RECOMMENDATION_REFUSED,
    /** Policy decided the tier of one action request. */
    ACTION_ASSESSED,
    /** People were asked to decide on one digest. */
    APPROVAL_REQUESTED,
    /** One person approved one digest. */
    APPROVAL_GIVEN,
    /** One person refused one digest. */
    APPROVAL_REFUSED,
    /** Nobody decided in time: more people were asked. */
    APPROVAL_ESCALATED,
    /** Nobody decided at all: refused. */
    APPROVAL_EXPIRED,
    /** A try to decide that was not allowed, and why. */
    APPROVAL_DENIED,
    /** What was approved no longer holds at the moment of execution; assessed again. */
    ACTION_STALE,
    /** The executor refused an action, and why. */
    ACTION_REFUSED,
    /** A stop holds an action back; nothing was done, and it is assessed again once nothing stops it. */
    ACTION_HELD,
    /** A credential for one digest was minted. */
    CREDENTIAL_MINTED,
    /** A connector accepted a credential; it is used up. */
    CREDENTIAL_REDEEMED,
    /** The unused credentials of an agent were made invalid. */
    CREDENTIAL_REVOKED,
    /** The ledger row, prior state and undo request were stored and the call to the target is about to be made. */
    ACTION_ATTEMPTED,
    /** What the connector answered. */
    ACTION_OUTCOME,
    /** What was then seen on the target. */
    ACTION_OBSERVED,
    /** A person recorded what they did by hand, or how to go on. */
    PERSON_DECIDED,
    /** Somebody asked to take a run back. */
    ROLLBACK_REQUESTED,
    /** An undo is about to be made. */
    UNDO_ATTEMPTED,
    /** What was seen on the target after the undo. */
    UNDO_OBSERVED,
    /** A rollback ended: how each action stands. */
    ROLLBACK_ENDED,
    /** Something is contained from now on. */
    LEASE_STARTED,
    /** Another run holds the same containment. */
    LEASE_JOINED,
    /** A run let go of a containment. */
    LEASE_RELEASED,
    /** A person decided to keep a containment. */
    LEASE_KEPT,
    /** A lease ran out. */
    LEASE_EXPIRED,
    /** In a dry run: everything was done but the effect; nothing was sent, and nothing is contained. */
    ACTION_PRETENDED,
    /** A playbook or connector only pretends from now on. */
    DRY_RUN_BEGUN,
    /** Its effects are real again. */
    DRY_RUN_ENDED,
    /** An action would break a guardrail, before it was decided or at the moment of execution. */
    GUARDRAIL_BREACHED,
    /** A guardrail was added, changed, or switched on or off. */
    GUARDRAIL_CHANGED,
    /** Somebody wants a guardrail not to count for one action on one target; a second person has to agree. */
    GUARDRAIL_OVERRIDE_REQUESTED,
    /** A second person agreed, or did not. */
    GUARDRAIL_OVERRIDE_DECIDED,
    /** Somebody stopped new effects. */
    STOP_PRESSED,
    /** Somebody wants a stop lifted; a second person has to agree. */
    STOP_LIFT_REQUESTED,
    /** A second person agreed: the stop is over. */
    STOP_LIFTED,
    /** A second person did not agree: the stop stays. */
    STOP_KEPT,
    /** A lease is in force, and its target was seen not to be contained; or was seen contained again. */
    CONTAINMENT_DRIFTED,
    /** A product holds an effect of ours that the ledger does not know of; or holds it no longer. */
    ORPHAN_FOUND,
    /** An agent was registered or changed. */
    AGENT_CHANGED,
    /** A person, team, token or asset was created or changed. */
    DIRECTORY_CHANGED,
    /** What a person sent was larger than is read here, so nothing of it was looked at. */
    REQUEST_REFUSED,
    /** A remote worker asked for what it may not have, or is not known here. */
    WORKER_REFUSED,
    /** Somebody signed in, failed to, or was locked out. */
    SIGN_IN
}
