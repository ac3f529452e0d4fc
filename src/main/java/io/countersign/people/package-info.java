/** Persons, teams, roles and how they sign in; it never grants a machine a role. */
@org.springframework.modulith.ApplicationModule(displayName = "People", allowedDependencies = {"evidence"})
package io.countersign.people;
