package io.countersign.playbook;

import java.util.List;

/**
 * One deployed version of a playbook.
 *
 * @param definition    id of the process definition
 * @param owner         id of the team that answers for it
 * @param documentation what, who and why, as its designer wrote it
 * @param actions       what it can do
 */
public record PlaybookVersion(String definition, String key, String name, int version, String versionTag, String owner, String documentation,
                              List<Step> actions) {

    /** One action of the playbook: its element, the element's name and the catalogue id. */
    public record Step(String activity, String name, String actionType) {
    }
}
