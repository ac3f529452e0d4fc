package io.countersign.proof.net;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.DomDocument;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** One BPMN file, read as XML that keeps the schema, without ever following what it refers to. */
public record PlaybookXml(String file, DomElement definitions, Document document) {

    private static final Pattern ENTITIES = Pattern.compile("<!\\s*(DOCTYPE|ENTITY)", Pattern.CASE_INSENSITIVE);

    /** @throws Unreadable with what is wrong, in words for a designer */
    public static PlaybookXml read(String file, byte[] bytes) {
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            if (ENTITIES.matcher(new String(bytes, charset)).find()) {
                throw new Unreadable("it declares a document type or entities; a playbook needs none, and they are never read");
            }
        }
        Depth.check(bytes);
        try {
            DomDocument read = Bpmn.readModelFromStream(new ByteArrayInputStream(bytes)).getDocument();
            return new PlaybookXml(file, read.getRootElement(), (Document) read.getDomSource().getNode());
        } catch (ModelException unreadable) {
            throw new Unreadable("it is no BPMN 2.0: " + reason(unreadable));
        } catch (RuntimeException | StackOverflowError broken) {
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

    private static String reason(Throwable thrown) {
        Throwable deepest = thrown;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        String message = String.valueOf(deepest.getMessage()).replaceAll("\\s+", " ").strip();
        String plain = message.replaceFirst("^cvc-[\\w.-]+: ", "");
        return plain.length() > 300 ? plain.substring(0, 300).toLowerCase(Locale.ROOT) + "…" : plain;
    }

    /** A file that cannot be proved because it cannot be read. */
    public static final class Unreadable extends RuntimeException {
        Unreadable(String why) {
            super(why, null, false, false);
        }
    }
}
