package io.countersign.proof.net;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.DomElement;

/** Reads what the engine reads of an element. */
public final class FileXml {

    public static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private FileXml() {
    }

    /** Empty where it is not there. */
    public static String attribute(DomElement element, String name) {
        return Objects.requireNonNullElse(element.getAttribute(name), "");
    }

    public static String camunda(DomElement element, String name) {
        return Objects.requireNonNullElse(element.getAttribute(CAMUNDA, name), "");
    }

    public static boolean isBpmn(DomElement element, String name) {
        return BPMN.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    public static Stream<DomElement> children(DomElement element, String bpmnName) {
        return element.getChildElements().stream().filter(child -> isBpmn(child, bpmnName));
    }

    public static Optional<DomElement> child(DomElement element, String bpmnName) {
        return children(element, bpmnName).findFirst();
    }

    public static List<DomElement> extensions(DomElement element) {
        return child(element, "extensionElements").map(DomElement::getChildElements).orElse(List.of());
    }

    /** An extension property; empty where it is not there. */
    public static String property(DomElement element, String name) {
        return extensions(element).stream().filter(child -> child.getLocalName().equals("properties")).flatMap(child -> child.getChildElements().stream())
                .filter(property -> name.equals(property.getAttribute("name"))).map(property -> attribute(property, "value")).findFirst().orElse("");
    }

    public static String documentation(DomElement element) {
        return child(element, "documentation").map(DomElement::getTextContent).map(String::strip).orElse("");
    }

    /** The first child whose name ends so, such as {@code EventDefinition}. */
    public static Optional<DomElement> childEnding(DomElement element, String ending) {
        return element.getChildElements().stream().filter(child -> BPMN.equals(child.getNamespaceURI()) && child.getLocalName().endsWith(ending)).findFirst();
    }
}
