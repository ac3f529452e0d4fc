/**
 * Analyses decisions as tables of sets, without running them: gaps, rules that never decide, gates that fall when the risk rises, and
 * every tier that an action can get. It evaluates no expression, and nothing in a file makes it throw.
 */
@org.springframework.modulith.NamedInterface("decision")
package io.countersign.proof.decision;
