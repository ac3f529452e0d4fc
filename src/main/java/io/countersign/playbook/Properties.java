package io.countersign.playbook;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** Reads the extension properties that carry our vocabulary. */
public final class Properties {

    private Properties() {
    }

    public static Map<String, String> of(BaseElement element) {
        if (element == null || element.getExtensionElements() == null) {
            return Map.of();
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> property.getCamundaName() != null && property.getCamundaValue() != null)
                .collect(Collectors.toMap(CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue, (first, second) -> first));
    }

    public static Optional<String> of(DelegateExecution execution, String element, String property) {
        BpmnModelInstance model = execution.getBpmnModelInstance();
        BaseElement found = model.getModelElementById(element);
        return Optional.ofNullable(of(found).get(property));
    }

    /** @throws IllegalStateException naming the element and the property that it lacks */
    public static String require(DelegateExecution execution, String property) {
        String element = execution.getCurrentActivityId();
        return of(execution, element, property)
                .orElseThrow(() -> new IllegalStateException("Element " + element + " lacks the property " + property));
    }
}
