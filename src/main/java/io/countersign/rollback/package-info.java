/** Asks for a run to be released, kept or taken back, plans it in words and says how it ended; it never calls a connector itself. */
@org.springframework.modulith.ApplicationModule(displayName = "Rollback", allowedDependencies = {"execution", "approval", "action", "agent", "people", "evidence", "datastore"})
package io.countersign.rollback;
