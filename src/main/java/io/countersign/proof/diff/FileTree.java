package io.countersign.proof.diff;

import io.countersign.proof.net.FileXml;
import io.countersign.proof.net.PlaybookXml;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.transform.dom.DOMSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** One file as the tree that the safe reader made of it, with everything that stands in it, also what no net shows. */
record FileTree(Element root, Map<String, Element> byId) {

    static FileTree of(PlaybookXml xml) {
        DOMSource source = xml.definitions().getDocument().getDomSource();
        Element root = ((Document) source.getNode()).getDocumentElement();
        Map<String, Element> byId = new HashMap<>();
        elements(root.getElementsByTagNameNS(FileXml.BPMN, "*")).forEach(element -> byId.putIfAbsent(element.getAttribute("id"), element));
        return new FileTree(root, byId);
    }

    /** Wherever they stand. */
    Stream<Element> all(String name) {
        return elements(root.getElementsByTagNameNS(FileXml.BPMN, name)).stream();
    }

    List<Element> children() {
        NodeList nodes = root.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).filter(Element.class::isInstance).map(Element.class::cast).toList();
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
    }
}
