package io.countersign.proof.diff;

/** What changed. */
public enum ChangeKind {
    /** An action came or went, or is another one. */
    ACTION,
    /** An action reaches kinds of targets that the playbook did not touch before. */
    TARGET,
    /** How an action is undone. */
    INVERSE,
    /** In which tiers an action is reached, and through which approvals. */
    TIER,
    /** An approval came, went, or stands elsewhere. */
    APPROVAL,
    /** Whose people are asked. */
    PEOPLE,
    /** What people are shown and asked. */
    FORM,
    /** When people are asked anew, when a question or a containment ends. */
    TIMING,
    /** What comes after what. */
    ORDER,
    /** Release, keep, roll back, and what is taken back by them. */
    WAY_BACK,
    /** Whether an AI is asked. */
    ADVICE,
    /** What a person does by hand or decides after an unclear outcome. */
    PERSON,
    /** The decision that gives the tiers, or how it is bound. */
    DECISION,
    /** Who answers for the playbook, and how long its history is kept. */
    OWNER,
    /** The new version could not be proved. */
    PROOF,
    /** Something that the comparison does not understand. */
    UNKNOWN
}
