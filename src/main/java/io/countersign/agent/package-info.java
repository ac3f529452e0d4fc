/** Registered AI agents, their owners and limits, and the credentials minted for single actions; it never acts itself. */
@org.springframework.modulith.ApplicationModule(displayName = "Agent", allowedDependencies = {"action", "evidence", "people", "datastore"})
package io.countersign.agent;
