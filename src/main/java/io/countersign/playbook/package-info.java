/** Playbooks on the engine: deployment, start, the glue between BPMN and the other modules, and the workers; it decides nothing that policy or people decide. */
@org.springframework.modulith.ApplicationModule(displayName = "Playbook",
        allowedDependencies = {"action", "agent", "approval", "connector", "datastore", "evidence", "execution", "incident", "node", "people", "policy", "policy::guardrail", "proof", "proof::decision",
                "proof::diff", "recommendation", "rollback", "stop"})
package io.countersign.playbook;
