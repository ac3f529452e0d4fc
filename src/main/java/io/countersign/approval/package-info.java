/** Asks people to decide on one digest, checks who may, and keeps what they said; it never decides for them. */
@org.springframework.modulith.ApplicationModule(displayName = "Approval", allowedDependencies = {"action", "policy", "agent", "people", "evidence", "datastore"})
package io.countersign.approval;
