/** A playbook as a net of nodes and flows with what each means for authority, read from BPMN; it only describes and judges nothing. */
package io.countersign.proof.net;
