/** Turns the rules of the risk decision into one tier per action request, never a looser one than any rule that matched; it asks nobody and does nothing. */
@org.springframework.modulith.ApplicationModule(displayName = "Policy", allowedDependencies = {"action", "incident", "people", "evidence"})
package io.countersign.policy;
