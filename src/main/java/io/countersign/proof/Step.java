package io.countersign.proof;

/**
 * One step of a trace.
 *
 * @param element id of the BPMN element where it happens, so that a diagram can show it
 * @param text    what happens, in plain words
 */
public record Step(String element, String text) {
}
