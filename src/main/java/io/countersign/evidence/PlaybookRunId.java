package io.countersign.evidence;

/** Names one run of a playbook: the id of its process instance, so that our rows and the process history join without a table between them. */
public record PlaybookRunId(String value) {

    public PlaybookRunId {
        if (value == null || value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException("A playbook run id has 1 to 64 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
