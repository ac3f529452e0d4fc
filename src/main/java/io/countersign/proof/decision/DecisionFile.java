package io.countersign.proof.decision;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;

/** Reads the bytes of a DMN file: no document type, no entity, no more than {@link #LARGEST} bytes. */
final class DecisionFile {

    /** In bytes. */
    static final int LARGEST = 1024 * 1024;
    private static final int DEEPEST = 64;

    private DecisionFile() {
    }

    /** The decisions of the file; empty, with a finding, if it cannot be read. */
    static Optional<List<Decision>> read(byte[] bytes, Findings findings) {
        Optional<String> problem = problem(bytes);
        if (problem.isEmpty()) {
            try {
                DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(bytes));
                return Optional.of(List.copyOf(model.getModelElementsByType(Decision.class)));
            } catch (RuntimeException invalid) {
                problem = Optional.of("It is not DMN: " + reason(invalid));
            }
        }
        findings.error(DecisionFinding.Kind.READ, "", problem.get(), "Open the file in Camunda Modeler, mend what it shows, and save it again.");
        return Optional.empty();
    }

    private static Optional<String> problem(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return Optional.of("The file has more than " + LARGEST + " bytes.");
        }
        try {
            return unsafe(bytes);
        } catch (XMLStreamException | RuntimeException malformed) {
            return Optional.of("It is not well-formed XML: " + reason(malformed));
        }
    }

    private static Optional<String> unsafe(byte[] bytes) throws XMLStreamException {
        XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = xml.createXMLStreamReader(new ByteArrayInputStream(bytes));
        int depth = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                return Optional.of("It declares a document type or an entity; neither is allowed.");
            }
            if (depth > DEEPEST) {
                return Optional.of("Its elements are nested deeper than " + DEEPEST + " levels.");
            }
        }
        return Optional.empty();
    }

    private static String reason(Exception thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String text = String.valueOf(cause.getMessage()).strip().replaceAll("\\s+", " ");
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
