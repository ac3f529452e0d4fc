/** Plays a playbook from a script, on the real engine, real policy and the sandbox, in a database of its own that is thrown away; it never touches an installation. */
@org.springframework.modulith.ApplicationModule(displayName = "Rehearsal", allowedDependencies = {"action", "agent", "approval", "connector", "connector :: sandbox",
        "evidence", "execution", "incident", "people", "playbook", "policy", "proof", "recommendation", "report", "rollback"})
package io.countersign.rehearsal;
