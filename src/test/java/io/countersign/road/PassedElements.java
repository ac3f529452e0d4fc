package io.countersign.road;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * Which elements and sequence flows of a playbook some runs passed. History keeps no flows, so the flow into a step is the one
 * from that of its sources which the token left last; no two flows of a playbook join the same two elements.
 */
final class PassedElements {

    private final BpmnModelInstance model;
    private final Set<String> passed = new TreeSet<>();

    PassedElements(BpmnModelInstance model, HistoryService history, Collection<String> instances) {
        this.model = model;
        instances.forEach(instance -> follow(history.createHistoricActivityInstanceQuery().processInstanceId(instance).orderPartiallyByOccurrence().asc().list()));
    }

    /** What nobody passed: best none. */
    Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        model.getModelElementsByType(FlowNode.class).forEach(node -> missing.add(node.getId()));
        model.getModelElementsByType(SequenceFlow.class).forEach(flow -> missing.add(flow.getId()));
        missing.removeAll(passed);
        return missing;
    }

    private void follow(List<HistoricActivityInstance> steps) {
        Map<String, Integer> lastSeen = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            String id = steps.get(i).getActivityId();
            if (model.getModelElementById(id) instanceof FlowNode node) {
                passed.add(id);
                node.getIncoming().stream().filter(flow -> lastSeen.containsKey(flow.getSource().getId()))
                        .reduce((one, other) -> lastSeen.get(one.getSource().getId()) > lastSeen.get(other.getSource().getId()) ? one : other)
                        .ifPresent(flow -> passed.add(flow.getId()));
                compensationEventOf(node);
                lastSeen.put(id, i);
            }
        }
    }

    /** A compensation event has no history of its own: its handler ran, so it was thrown. */
    private void compensationEventOf(FlowNode handler) {
        model.getModelElementsByType(Association.class).stream().filter(link -> link.getTarget().equals(handler)).forEach(link -> passed.add(link.getSource().getId()));
    }
}
