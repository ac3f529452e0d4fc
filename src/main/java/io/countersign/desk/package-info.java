/** The pages and the API at which people decide, watch and order; it holds no rule of its own. */
@org.springframework.modulith.ApplicationModule(displayName = "Desk",
        allowedDependencies = {"action", "agent", "approval", "connector", "console", "evidence", "execution", "incident", "people", "playbook", "playbook::gate", "policy", "policy::guardrail",
                "proof", "proof::decision", "proof::diff", "recommendation", "report", "rollback", "stop"})
package io.countersign.desk;
