package io.countersign.report;

import io.countersign.playbook.PersonTask;

/**
 * What a person needs for a task that is no approval.
 *
 * @param form the form that the designer gave it, as JSON of form-js
 * @param file the run it belongs to
 */
public record TaskCase(InboxItem item, PersonTask task, String form, CaseFile file) {
}
