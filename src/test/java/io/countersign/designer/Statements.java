package io.countersign.designer;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What an XML file says, one line for each element: where it stands, its attributes and its text. The order of elements, prefixes and
 * white space say nothing; the numbers of a drawing are compared as numbers; an attribute that states BPMN's default says nothing.
 */
final class Statements {

    private static final Set<String> DEFAULTS = Set.of("isInterrupting=true", "cancelActivity=true", "isForCompensation=false");

    private Statements() {
    }

    static List<String> of(String xml) {
        List<String> lines = new ArrayList<>();
        collect(document(xml).getDocumentElement(), "", lines);
        lines.sort(null);
        return lines;
    }

    /** What the one file says and the other does not. */
    static List<String> without(String one, String other) {
        List<String> rest = of(one);
        of(other).forEach(rest::remove);
        return rest;
    }

    /** The element of this id. */
    static Element find(String xml, String id) {
        var all = document(xml).getElementsByTagNameNS("*", "*");
        for (int index = 0; index < all.getLength(); index++) {
            Element element = (Element) all.item(index);
            if (element.getAttribute("id").equals(id)) {
                return element;
            }
        }
        throw new AssertionError("No element " + id);
    }

    /** By name with namespace. */
    static Map<String, String> attributes(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        for (int index = 0; index < element.getAttributes().getLength(); index++) {
            Node attribute = element.getAttributes().item(index);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                boolean number = element.getNamespaceURI().contains("/DD/") && !attribute.getNodeName().equals("id");
                attributes.put(name(attribute), number ? value(attribute.getNodeValue()) : attribute.getNodeValue());
            }
        }
        attributes.entrySet().removeIf(attribute -> DEFAULTS.contains(attribute.toString()));
        return attributes;
    }

    private static void collect(Element element, String path, List<String> lines) {
        String here = path + "/" + name(element) + (element.hasAttribute("id") ? "#" + element.getAttribute("id") : "");
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, here, lines);
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        lines.add(here + " " + attributes(element) + " " + text.toString().strip());
    }

    private static String name(Node node) {
        return node.getNamespaceURI() == null ? node.getLocalName() : "{" + node.getNamespaceURI().replaceFirst(".*/", "") + "}" + node.getLocalName();
    }

    private static String value(String value) {
        return value.matches("-?\\d+\\.0+") ? value.replaceFirst("\\.0+$", "") : value;
    }

    private static Document document(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException | IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
