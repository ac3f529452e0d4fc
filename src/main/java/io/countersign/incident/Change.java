package io.countersign.incident;

/** One attribute of an incident that is not what it was. */
record Change(String what, Object from, Object to) {
}
