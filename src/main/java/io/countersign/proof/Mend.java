package io.countersign.proof;

import java.util.List;

/**
 * How to mend what was found.
 *
 * @param text  in plain words
 * @param edits the exact elements and attributes to add or change, where that can be said
 */
public record Mend(String text, List<Edit> edits) {

    /**
     * @param element id of the element to change
     * @param what    the attribute, property or child element, for example {@code camunda:candidateGroups} or {@code bpmn:boundaryEvent}
     * @param value   the new value, or the XML of a new child; empty to take it away
     */
    public record Edit(String element, String what, String value) {
    }

    public Mend {
        edits = List.copyOf(edits);
    }

    public static Mend of(String text) {
        return new Mend(text, List.of());
    }

    public static Mend of(String text, String element, String what, String value) {
        return new Mend(text, List.of(new Edit(element, what, value)));
    }
}
