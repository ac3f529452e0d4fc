/** The command line for designers and build servers: proves and compares playbooks without a server, a database or a network. It changes nothing. */
@org.springframework.modulith.ApplicationModule(displayName = "Command line", allowedDependencies = {"action", "proof", "proof :: diff"})
package io.countersign.command;
