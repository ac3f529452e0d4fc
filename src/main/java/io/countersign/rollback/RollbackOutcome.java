package io.countersign.rollback;

/** How a run stands after a release or rollback; the playbook's last gateway reads the name. */
public enum RollbackOutcome {
    /** Everything was seen as it was before, is held by others, or never was in effect. */
    RESTORED,
    /** Something is not as it was before: a person has to look. */
    ATTENTION
}
