/** The books of the gate: what was sent, what was proved about it, who looked at it and what came of it; it never speaks to the engine. */
@org.springframework.modulith.NamedInterface("gate")
package io.countersign.playbook.gate;
