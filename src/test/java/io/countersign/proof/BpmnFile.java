package io.countersign.proof;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A BPMN file as a tree, without its drawing; what flows in and out of each node is written anew at the end. */
public class BpmnFile {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final Document document;
    private final Map<String, Element> known = new HashMap<>();

    public BpmnFile(Document document) {
        this.document = document;
        children(document.getDocumentElement()).stream().filter(element -> element.getLocalName().equals("BPMNDiagram")).forEach(BpmnFile::remove);
        List.of("incoming", "outgoing").forEach(name -> all(name).forEach(BpmnFile::remove));
        all("*").forEach(element -> known.put(element.getAttribute("id"), element));
    }

    public static BpmnFile read(String file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return new BpmnFile(factory.newDocumentBuilder().parse(Path.of(file).toFile()));
        } catch (Exception unreadable) {
            throw new IllegalStateException(file + " cannot be read", unreadable);
        }
    }

    /** The same file, to be changed apart from this one. */
    public BpmnFile copy() {
        return new BpmnFile((Document) document.cloneNode(true));
    }

    public Element process() {
        return all("process").get(0);
    }

    public Element find(String id) {
        return known.get(id);
    }

    /** Takes such children of the process out of it. */
    List<Element> take(Predicate<Element> which) {
        List<Element> taken = children(process()).stream().filter(which).toList();
        taken.forEach(BpmnFile::remove);
        return taken;
    }

    /** Associations come after all flow elements. */
    public void add(Element element) {
        Node before = element.getLocalName().equals("association") ? null
                : children(process()).stream().filter(child -> child.getLocalName().equals("association")).findFirst().orElse(null);
        process().insertBefore(element, before);
        known.put(element.getAttribute("id"), element);
    }

    /** A copy in which the word is another, wherever it stands, also as a variable. */
    public static Element renamed(Element original, String word, String other) {
        Element copy = (Element) original.cloneNode(true);
        rename(copy, word, other);
        return copy;
    }

    private static void rename(Node node, String word, String other) {
        IntStream.range(0, node.getAttributes() == null ? 0 : node.getAttributes().getLength()).mapToObj(i -> node.getAttributes().item(i))
                .forEach(attribute -> attribute.setNodeValue(renamed(attribute.getNodeValue(), word, other)));
        if (node.getNodeType() == Node.TEXT_NODE) {
            node.setNodeValue(renamed(node.getNodeValue(), word, other));
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            rename(child, word, other);
        }
    }

    private static String renamed(String text, String word, String other) {
        return text.replace(word, other).replace(variable(word), variable(other));
    }

    private static String variable(String id) {
        return java.util.regex.Pattern.compile("-(.)").matcher(id).replaceAll(found -> found.group(1).toUpperCase(java.util.Locale.ROOT));
    }

    public void property(String id, String name, String value) {
        NodeList properties = find(id).getElementsByTagNameNS(CAMUNDA, "property");
        IntStream.range(0, properties.getLength()).mapToObj(i -> (Element) properties.item(i)).filter(property -> property.getAttribute("name").equals(name))
                .forEach(property -> property.setAttribute("value", value));
    }

    String parallelGateway(String id, String name) {
        Element gateway = document.createElementNS(BPMN, "bpmn:parallelGateway");
        gateway.setAttribute("id", id);
        gateway.setAttribute("name", name);
        Element words = document.createElementNS(BPMN, "bpmn:documentation");
        words.setTextContent("What: several things happen side by side. Who: nobody. Why: none needs to wait for another.");
        gateway.appendChild(words);
        add(gateway);
        return id;
    }

    /** Joins the first, everything in the row, and the last. */
    void flow(String first, String last, List<String[]> row) {
        String from = first;
        for (String[] part : row) {
            add(arrow(from, part[0]));
            from = part[1];
        }
        add(arrow(from, last));
    }

    public Element arrow(String from, String to) {
        Element flow = document.createElementNS(BPMN, "bpmn:sequenceFlow");
        flow.setAttribute("id", from + "-to-" + to);
        flow.setAttribute("sourceRef", from);
        flow.setAttribute("targetRef", to);
        return flow;
    }

    /** Puts a row where one node was. */
    void replaceInFlow(Element node, List<String[]> row) {
        Element scope = (Element) node.getParentNode();
        String id = node.getAttribute("id");
        List<Element> flows = children(scope).stream().filter(child -> child.getLocalName().equals("sequenceFlow")).toList();
        Element out = flows.stream().filter(flow -> flow.getAttribute("sourceRef").equals(id)).findFirst().orElseThrow();
        String next = out.getAttribute("targetRef");
        flows.stream().filter(flow -> flow.getAttribute("targetRef").equals(id)).forEach(flow -> flow.setAttribute("targetRef", row.isEmpty() ? next : row.get(0)[0]));
        for (int i = 0; i < row.size(); i++) {
            scope.insertBefore(arrow(row.get(i)[1], i + 1 < row.size() ? row.get(i + 1)[0] : next), out);
        }
        remove(out);
        remove(node);
    }

    public byte[] write() {
        Map<String, Element> nodes = new HashMap<>();
        all("*").forEach(element -> nodes.put(element.getAttribute("id"), element));
        List<Element> flows = all("sequenceFlow");
        flows.forEach(flow -> end(nodes.get(flow.getAttribute("targetRef")), "incoming", flow));
        flows.forEach(flow -> end(nodes.get(flow.getAttribute("sourceRef")), "outgoing", flow));
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (javax.xml.transform.TransformerException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** After what is said of the node and what flowed in already, before what it consists of. */
    private void end(Element node, String name, Element flow) {
        Element end = document.createElementNS(BPMN, "bpmn:" + name);
        end.setTextContent(flow.getAttribute("id"));
        Node before = children(node).stream().filter(child -> !List.of("documentation", "extensionElements", "incoming", "outgoing").contains(child.getLocalName()))
                .findFirst().orElse(null);
        node.insertBefore(end, before);
    }

    public List<Element> all(String name) {
        NodeList found = document.getElementsByTagNameNS(BPMN, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static List<Element> children(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    public static void remove(Element element) {
        element.getParentNode().removeChild(element);
    }
}
