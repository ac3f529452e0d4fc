/** The append-only record of who did what, on which evidence; it never decides anything and never forgets. */
@org.springframework.modulith.ApplicationModule(displayName = "Evidence", allowedDependencies = {})
package io.countersign.evidence;
