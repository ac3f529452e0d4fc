/** The shell around every page and endpoint: who may open what, headers, navigation, problem answers; it decides nothing about containment. */
@org.springframework.modulith.ApplicationModule(displayName = "Console", allowedDependencies = {"datastore", "people", "evidence"})
package io.countersign.console;
