/** Says in plain words what happened and why, from the record and the process history; it changes nothing. */
@org.springframework.modulith.ApplicationModule(displayName = "Report",
        allowedDependencies = {"action", "agent", "approval", "connector", "evidence", "execution", "incident", "people", "playbook", "policy", "recommendation",
                "rollback", "stop"})
package io.countersign.report;
