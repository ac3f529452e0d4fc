package io.countersign.proof;

/** What a finding means for the playbook. */
public enum Severity {
    /** The playbook is refused. */
    ERROR,
    /** The playbook may run; its designer should look. */
    WARNING
}
