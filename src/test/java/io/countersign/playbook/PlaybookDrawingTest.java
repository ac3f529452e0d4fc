package io.countersign.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A playbook is read by people: all of it is drawn, nothing covers anything, and lines keep to right angles. */
class PlaybookDrawingTest {

    static Stream<PlaybookFile> playbooks() {
        return PlaybookFile.all().stream();
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void everyElementIsDrawnOnce(PlaybookFile playbook) {
        assertThat(drawn(playbook)).containsExactlyInAnyOrderElementsOf(ids(playbook));
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void nothingCoversAnythingElse(PlaybookFile playbook) {
        assertThat(overlaps(playbook)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void everyLineKeepsToRightAngles(PlaybookFile playbook) {
        assertThat(playbook.all(BpmnEdge.class)).isNotEmpty()
                .allSatisfy(edge -> assertThat(slanted(List.copyOf(edge.getWaypoints()))).as(edge.getBpmnElement().getId()).isFalse());
    }

    private static List<String> ids(PlaybookFile file) {
        return Stream.concat(file.all(FlowElement.class).stream(), file.all(Association.class).stream()).map(BaseElement::getId).toList();
    }

    private static List<String> drawn(PlaybookFile file) {
        return Stream.concat(file.all(BpmnShape.class).stream().map(shape -> shape.getBpmnElement().getId()),
                file.all(BpmnEdge.class).stream().map(edge -> edge.getBpmnElement().getId())).toList();
    }

    /** Boundary events sit on their task and event subprocesses hold others; nothing else may touch. Labels count as well. */
    private static List<String> overlaps(PlaybookFile file) {
        List<Box> boxes = new ArrayList<>();
        for (BpmnShape shape : file.all(BpmnShape.class)) {
            if (!(shape.getBpmnElement() instanceof SubProcess)) {
                boxes.add(Box.of(shape));
                Stream.ofNullable(shape.getBpmnLabel()).map(label -> Box.labelOf(shape.getBpmnElement().getId(), label.getBounds())).forEach(boxes::add);
            }
        }
        file.all(BpmnEdge.class).stream().filter(edge -> edge.getBpmnLabel() != null)
                .map(edge -> Box.labelOf(edge.getBpmnElement().getId(), edge.getBpmnLabel().getBounds())).forEach(boxes::add);
        return boxes.stream().flatMap(one -> boxes.stream().filter(other -> one.name().compareTo(other.name()) < 0 && one.overlaps(other))
                .map(other -> one.name() + " and " + other.name())).toList();
    }

    private static boolean slanted(List<Waypoint> points) {
        for (int i = 1; i < points.size(); i++) {
            if (!points.get(i).getX().equals(points.get(i - 1).getX()) && !points.get(i).getY().equals(points.get(i - 1).getY())) {
                return true;
            }
        }
        return false;
    }
}
