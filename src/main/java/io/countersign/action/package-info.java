/** What can be done to a target, how it is undone, and how one concrete request is named by its digest; it never does it. */
@org.springframework.modulith.ApplicationModule(displayName = "Action", allowedDependencies = {"evidence"})
package io.countersign.action;
