/** Asks an AI for advice and checks its output against a schema, the catalogue and the incident; it has no way to act. */
@org.springframework.modulith.ApplicationModule(displayName = "Recommendation", allowedDependencies = {"action", "agent", "incident", "evidence"})
package io.countersign.recommendation;
