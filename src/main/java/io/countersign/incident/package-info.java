/** Takes alerts in and joins them to incidents, and knows the assets; what alerts say is untrusted and never selects an action. */
@org.springframework.modulith.ApplicationModule(displayName = "Incident", allowedDependencies = {"action", "console", "evidence", "people"})
package io.countersign.incident;
