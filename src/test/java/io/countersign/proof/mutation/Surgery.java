package io.countersign.proof.mutation;

import io.countersign.proof.BpmnFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Cuts and joins in one BPMN file. */
final class Surgery {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    final BpmnFile file;

    Surgery(BpmnFile file) {
        this.file = file;
    }

    List<Element> all(String type, Predicate<Element> which) {
        return file.all(type).stream().filter(which).toList();
    }

    Element find(String id) {
        return file.find(id);
    }

    /** The one element for which this holds. */
    Element one(String type, Predicate<Element> which) {
        return all(type, which).stream().findFirst().orElseThrow();
    }

    List<Element> into(Element node) {
        return all("sequenceFlow", flow -> flow.getAttribute("targetRef").equals(id(node)));
    }

    List<Element> outOf(Element node) {
        return all("sequenceFlow", flow -> flow.getAttribute("sourceRef").equals(id(node)));
    }

    Element next(Element node) {
        return find(outOf(node).get(0).getAttribute("targetRef"));
    }

    static String id(Element element) {
        return element.getAttribute("id");
    }

    static String property(Element element, String name) {
        var properties = element.getElementsByTagNameNS(CAMUNDA, "property");
        for (int i = 0; i < properties.getLength(); i++) {
            Element property = (Element) properties.item(i);
            if (property.getAttribute("name").equals(name) && property.getParentNode().getParentNode().getParentNode() == element) {
                return property.getAttribute("value");
            }
        }
        return "";
    }

    static String camunda(Element element, String name) {
        return element.getAttributeNS(CAMUNDA, name);
    }

    static void camunda(Element element, String name, String value) {
        element.setAttributeNS(CAMUNDA, "camunda:" + name, value);
    }

    static void lead(Element flow, Element target) {
        flow.setAttribute("targetRef", id(target));
    }

    static Element child(Element element, String type) {
        return (Element) element.getElementsByTagNameNS(BPMN, type).item(0);
    }

    Element create(String type, String id) {
        Element element = file.process().getOwnerDocument().createElementNS(BPMN, "bpmn:" + type);
        if (!id.isEmpty()) {
            element.setAttribute("id", id);
        }
        return element;
    }

    /** A new element of the same scope. */
    Element beside(Element sibling, String type, String id) {
        Element element = create(type, id);
        sibling.getParentNode().insertBefore(element, sibling);
        return element;
    }

    Element beside(Element sibling, String type, String id, String documentation) {
        Element element = beside(sibling, type, id);
        element.setAttribute("name", "Put in by a test");
        append(element, "documentation", "").setTextContent(documentation);
        return element;
    }

    Element append(Element parent, String type, String id) {
        Element element = create(type, id);
        parent.appendChild(element);
        return element;
    }

    Element join(Element from, Element to) {
        Element flow = file.arrow(id(from), id(to));
        flow.setAttribute("id", "by-test-" + id(from) + "-" + id(to));
        from.getParentNode().insertBefore(flow, from);
        return flow;
    }

    /** Puts a node into a flow. */
    Element insert(Element flow, String type) {
        Element target = find(flow.getAttribute("targetRef"));
        Element node = beside(flow, type, "put-in-by-test", "What: nothing that matters. Who: a test. Why: to see what the proof says.");
        lead(flow, node);
        join(node, target);
        return node;
    }

    /** Takes a node out and joins what led to it with what came next. */
    void bridge(Element node) {
        Element next = next(node);
        into(node).forEach(flow -> lead(flow, next));
        remove(node);
    }

    /** With its flows, its boundary events and what they lead to, as far as nothing else leads there. */
    void remove(Element node) {
        List<Element> targets = new ArrayList<>();
        outOf(node).forEach(flow -> {
            targets.add(find(flow.getAttribute("targetRef")));
            BpmnFile.remove(flow);
        });
        into(node).forEach(BpmnFile::remove);
        all("boundaryEvent", event -> event.getAttribute("attachedToRef").equals(id(node))).forEach(this::remove);
        all("association", line -> line.getAttribute("sourceRef").equals(id(node)) || line.getAttribute("targetRef").equals(id(node))).forEach(BpmnFile::remove);
        BpmnFile.remove(node);
        targets.stream().filter(target -> target != null && target.getParentNode() != null && into(target).isEmpty()).forEach(this::remove);
    }

    /** The camunda extension elements of a node, made if there are none. */
    Element extensions(Element node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if ("extensionElements".equals(child.getLocalName())) {
                return (Element) child;
            }
        }
        Element documentation = child(node, "documentation");
        Element made = create("extensionElements", "");
        node.insertBefore(made, documentation != null && documentation.getParentNode() == node ? documentation.getNextSibling() : node.getFirstChild());
        return made;
    }

    Element extend(Element node, String name) {
        Element made = node.getOwnerDocument().createElementNS(CAMUNDA, "camunda:" + name);
        extensions(node).appendChild(made);
        return made;
    }
}
