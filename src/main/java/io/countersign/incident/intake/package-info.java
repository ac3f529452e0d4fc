/** Reads what a source sent and says what it means in our words; it stores nothing, resolves no name, and never acts on what it reads. */
package io.countersign.incident.intake;
