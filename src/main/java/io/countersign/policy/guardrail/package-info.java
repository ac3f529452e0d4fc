/** Guardrails: what no single decision sees, such as the last of its kind, how much was done lately, or a freeze. They make a tier stricter, never looser. */
@org.springframework.modulith.NamedInterface("guardrail")
package io.countersign.policy.guardrail;
