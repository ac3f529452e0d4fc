/** A made-up organisation for looking around, loaded once into an empty installation; it is off unless asked for, and knows no fixed password. */
@org.springframework.modulith.ApplicationModule(displayName = "Sample", allowedDependencies = {"action", "agent", "datastore", "evidence", "incident", "organisation", "people"})
package io.countersign.sample;
