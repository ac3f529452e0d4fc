package io.countersign.proof.diff;

import io.countersign.proof.BpmnFile;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/** What a designer may do to a playbook, one move a line. */
class Edits {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final BpmnFile file;

    Edits(BpmnFile file) {
        this.file = file;
    }

    byte[] write() {
        return file.write();
    }

    Edits camunda(String id, String attribute, String value) {
        file.find(id).setAttributeNS(CAMUNDA, "camunda:" + attribute, value);
        return this;
    }

    Edits attribute(String id, String name, String value) {
        file.find(id).setAttribute(name, value);
        return this;
    }

    Edits property(String id, String name, String value) {
        file.property(id, name, value);
        return this;
    }

    Edits text(String id, String child, String value) {
        file.find(id).getElementsByTagNameNS(BPMN, child).item(0).setTextContent(value);
        return this;
    }

    Edits condition(String flow, String text) {
        return text(flow, "conditionExpression", text);
    }

    Edits retarget(String flow, String to) {
        return attribute(flow, "targetRef", to);
    }

    Edits flow(String from, String to) {
        Element arrow = file.arrow(from, to);
        file.find(from).getParentNode().insertBefore(arrow, file.find(from).getNextSibling());
        return this;
    }

    /** With its flows, and what hangs on it; nothing if it is not there. */
    Edits remove(String id) {
        Element element = file.find(id);
        if (element == null) {
            return this;
        }
        element.getParentNode().removeChild(element);
        file.all("*").stream().filter(other -> List.of("sourceRef", "targetRef", "attachedToRef").stream().anyMatch(end -> other.getAttribute(end).equals(id)))
                .filter(other -> other.getParentNode() != null).toList().forEach(other -> {
                    if (other.getLocalName().equals("boundaryEvent")) {
                        remove(other.getAttribute("id"));
                    } else {
                        BpmnFile.remove(other);
                    }
                });
        return this;
    }

    /** Takes a node out of its flow and leads on to what came after it. */
    Edits bridge(String id) {
        String next = file.all("sequenceFlow").stream().filter(flow -> flow.getAttribute("sourceRef").equals(id)).findFirst().orElseThrow().getAttribute("targetRef");
        file.all("sequenceFlow").stream().filter(flow -> flow.getAttribute("targetRef").equals(id)).forEach(flow -> flow.setAttribute("targetRef", next));
        return remove(id);
    }

    /** Puts new XML before an element; {@code c:} stands for camunda. */
    Edits insertBefore(String id, String xml) {
        Element place = file.find(id);
        Element root = parse("<x xmlns:bpmn='" + BPMN + "' xmlns:camunda='" + CAMUNDA + "' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>" + xml + "</x>");
        for (var node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
            place.getParentNode().insertBefore(place.getOwnerDocument().importNode(node, true), place);
        }
        return this;
    }

    /** As the first thing in it after its documentation. */
    Edits extension(String id, String xml) {
        Element element = file.find(id);
        Element extensions = (Element) element.getElementsByTagNameNS(BPMN, "extensionElements").item(0);
        if (extensions == null || extensions.getParentNode() != element) {
            extensions = element.getOwnerDocument().createElementNS(BPMN, "bpmn:extensionElements");
            Element documentation = (Element) element.getElementsByTagNameNS(BPMN, "documentation").item(0);
            element.insertBefore(extensions, documentation == null || documentation.getParentNode() != element ? element.getFirstChild() : documentation.getNextSibling());
        }
        extensions.appendChild(element.getOwnerDocument().importNode(parse("<x xmlns:camunda='" + CAMUNDA + "'>" + xml + "</x>").getFirstChild(), true));
        return this;
    }

    /** Another id for an element, wherever it is named. */
    Edits rename(String id, String other) {
        file.all("*").forEach(element -> List.of("id", "sourceRef", "targetRef", "attachedToRef", "default", "activityRef").stream()
                .filter(name -> element.getAttribute(name).equals(id)).forEach(name -> element.setAttribute(name, other)));
        return this;
    }

    private static Element parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes())).getDocumentElement();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
