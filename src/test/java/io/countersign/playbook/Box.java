package io.countersign.playbook;

import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** A rectangle of a diagram. {@code host} is the element that it may sit on. */
record Box(String name, String host, double left, double top, double right, double bottom) {

    static Box of(BpmnShape shape) {
        String host = shape.getBpmnElement() instanceof BoundaryEvent event ? event.getAttachedTo().getId() : "";
        return of(shape.getBpmnElement().getId(), host, shape.getBounds());
    }

    static Box labelOf(String element, Bounds bounds) {
        return of("label of " + element, "", bounds);
    }

    boolean overlaps(Box other) {
        boolean mayTouch = host.equals(other.name) || other.host.equals(name);
        return !mayTouch && left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    private static Box of(String name, String host, Bounds bounds) {
        return new Box(name, host, bounds.getX(), bounds.getY(), bounds.getX() + bounds.getWidth(), bounds.getY() + bounds.getHeight());
    }
}
