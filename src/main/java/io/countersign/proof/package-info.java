/**
 * Proves, before a playbook may run, that no lasting effect can happen without the decision and the approvals that its tier demands,
 * and that each has a way back. It reads files only: no engine, no database, no network; it never runs what it reads.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Proof", allowedDependencies = {"action"})
package io.countersign.proof;
