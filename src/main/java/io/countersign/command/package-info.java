/** The command line for designers and build servers: proves and compares playbooks without a server, a database or a network, and rehearses them. It changes nothing; what a worker does, its nodes ask it for. */
@org.springframework.modulith.ApplicationModule(displayName = "Command line", allowedDependencies = {"action", "proof", "proof :: diff", "rehearsal", "worker"})
package io.countersign.command;
