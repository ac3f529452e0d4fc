package io.countersign.proof.diff;

import io.countersign.proof.net.FileXml;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * All that a file says of one element, from a path to its text, but for what is compared elsewhere (flows, what stands in a scope,
 * what an event refers to) and for what the engine never looks at (ids, names, documentation, the marks that Modeler makes).
 */
final class Details {

    private static final Set<String> ELSEWHERE = Set.of("documentation", "incoming", "outgoing", "sequenceFlow", "association", "textAnnotation", "group", "laneSet",
            "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent", "task", "manualTask", "userTask", "serviceTask",
            "sendTask", "receiveTask", "scriptTask", "businessRuleTask", "exclusiveGateway", "parallelGateway", "inclusiveGateway", "complexGateway",
            "eventBasedGateway", "subProcess", "transaction", "adHocSubProcess", "callActivity");
    private static final Set<String> NEVER_READ = Set.of("id", "name", "modelerTemplate", "modelerTemplateVersion", "modelerTemplateIcon");
    /** What the schema says where the file says nothing, and what only drawing programs read. */
    private static final Set<String> DEFAULTS = Set.of("parallelMultiple false", "startQuantity 1", "completionQuantity 1", "isForCompensation false",
            "gatewayDirection Unspecified", "gatewayDirection Diverging", "gatewayDirection Converging", "gatewayDirection Mixed");
    private static final Set<String> LINES = Set.of("sourceRef", "targetRef", "default", "attachedToRef", "messageRef", "errorRef", "activityRef", "cancelActivity",
            "isInterrupting", "associationDirection", "triggeredByEvent");
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    private final Map<String, String> found = new TreeMap<>();

    private Details() {
    }

    static Map<String, String> of(Element element) {
        Details details = new Details();
        details.read(element, "", false);
        return details.found;
    }

    private void read(Element element, String path, boolean inside) {
        IntStream.range(0, element.getAttributes().getLength()).mapToObj(i -> (Attr) element.getAttributes().item(i))
                .filter(attribute -> !passedOver(attribute)).forEach(attribute -> put(path + "@" + name(attribute), attribute.getValue()));
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element nested && !(bpmn(nested) && ELSEWHERE.contains(nested.getLocalName()))) {
                property(nested, path);
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        if (inside && !text.toString().isBlank()) {
            put(path, text.toString().strip());
        }
    }

    /** A property of our vocabulary is known by its name, wherever it stands. */
    private void property(Element element, String path) {
        boolean property = FileXml.CAMUNDA.equals(element.getNamespaceURI()) && element.getLocalName().equals("property");
        if (property) {
            put("property " + element.getAttribute("name"), element.getAttribute("value"));
        } else {
            boolean wrapping = Set.of("extensionElements", "properties").contains(element.getLocalName());
            read(element, wrapping ? path : path + name(element) + "/", true);
            if (!wrapping) {
                put(path + name(element), "there");
            }
        }
    }

    private void put(String path, String value) {
        String key = path;
        for (int i = 2; found.containsKey(key); i++) {
            key = path + " (" + i + ")";
        }
        found.put(key, value);
    }

    private static boolean passedOver(Attr attribute) {
        String namespace = Objects.requireNonNullElse(attribute.getNamespaceURI(), "");
        boolean plain = namespace.isEmpty() || namespace.equals(FileXml.CAMUNDA) || namespace.equals(FileXml.BPMN);
        boolean outer = attribute.getOwnerElement().getNamespaceURI() != null && attribute.getOwnerElement().getNamespaceURI().equals(FileXml.BPMN);
        boolean said = attribute.getSpecified() && !DEFAULTS.contains(attribute.getLocalName() + " " + attribute.getValue());
        return !said || namespace.equals(XMLNS) || namespace.equals(XSI) || outer && plain && (NEVER_READ.contains(attribute.getLocalName()) || LINES.contains(attribute.getLocalName()));
    }

    private static String name(Node node) {
        String namespace = Objects.requireNonNullElse(node.getNamespaceURI(), "");
        String prefix = namespace.isEmpty() || namespace.equals(FileXml.BPMN) ? "" : namespace.equals(FileXml.CAMUNDA) ? "camunda:" : "{" + namespace + "}";
        return prefix + node.getLocalName();
    }

    private static boolean bpmn(Element element) {
        return FileXml.BPMN.equals(element.getNamespaceURI());
    }
}
