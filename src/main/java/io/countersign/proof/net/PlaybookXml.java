package io.countersign.proof.net;

import java.util.List;
import org.camunda.bpm.model.xml.impl.instance.DomDocumentImpl;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** One BPMN file, read as XML that keeps the schema, without ever following what it refers to. */
public record PlaybookXml(String file, DomElement definitions, Document document) {

    private static final int LONGEST = 300;

    /** @throws Unreadable with what is wrong, in words for a designer */
    public static PlaybookXml read(String file, byte[] bytes) {
        try {
            Document document = BpmnParser.parse(bytes);
            return new PlaybookXml(file, new DomDocumentImpl(document).getRootElement(), document);
        } catch (SAXParseException unreadable) {
            throw new Unreadable(reason(unreadable));
        } catch (SAXException | RuntimeException broken) {
            throw new Unreadable("it cannot be read as XML (" + broken.getClass().getSimpleName() + ")");
        }
    }

    /** The one process that an engine would run. @throws Unreadable if there is none, or more than one */
    public DomElement process() {
        List<DomElement> processes = FileXml.children(definitions, "process").toList();
        List<DomElement> executable = processes.stream().filter(process -> FileXml.attribute(process, "isExecutable").equals("true")).toList();
        if (executable.size() != 1) {
            throw new Unreadable("it has " + executable.size() + " executable processes among " + processes.size() + "; a playbook is exactly one");
        }
        return executable.get(0);
    }

    /** The same process, with everything that is written in it. */
    public Element processElement() {
        NodeList all = document.getElementsByTagNameNS(FileXml.BPMN, "process");
        String id = FileXml.attribute(process(), "id");
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element && element.getAttribute("id").equals(id)) {
                return element;
            }
        }
        throw new IllegalStateException("The process " + id + " was there a moment ago");
    }

    private static String reason(SAXParseException wrong) {
        String message = String.valueOf(wrong.getMessage()).replaceAll("\\s+", " ").strip();
        if (message.contains("DOCTYPE")) {
            return "it declares a document type or entities; a playbook needs none, and they are never read";
        }
        if (message.contains(BpmnParser.DEPTH)) {
            return "its elements are nested more than " + BpmnParser.DEEPEST + " deep";
        }
        String plain = message.replaceFirst("^cvc-[\\w.-]+: ", "");
        return "it is no BPMN 2.0: " + (plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain) + " (line " + wrong.getLineNumber() + ")";
    }

    /** A file that cannot be proved because it cannot be read. */
    public static final class Unreadable extends RuntimeException {
        Unreadable(String why) {
            super(why, null, false, false);
        }
    }
}
