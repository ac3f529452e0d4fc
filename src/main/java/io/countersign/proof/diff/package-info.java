/** Says what a new version of a playbook may do that the old one might not, and the other way round; what it does not understand counts as gained. */
@org.springframework.modulith.NamedInterface("diff")
package io.countersign.proof.diff;
