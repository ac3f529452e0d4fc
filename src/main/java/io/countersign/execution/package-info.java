/** The ledger of every attempted effect, the leases, and the only code that calls a connector; it trusts no model and acts only on a proven digest. */
@org.springframework.modulith.ApplicationModule(displayName = "Execution",
        allowedDependencies = {"action", "policy", "policy::guardrail", "approval", "agent", "incident", "connector", "evidence", "stop"})
package io.countersign.execution;
