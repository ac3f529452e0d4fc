/** Judges a playbook by the rules: by its shape, and by what the exploration saw; it never changes it. */
package io.countersign.proof.rules;
