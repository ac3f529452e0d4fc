package io.countersign.playbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.playbook.DeployRefused.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A first look at a file that a stranger may have made, before the engine sees it: what it defines, and what it needs beside it. */
record UploadedFile(String name, Set<String> defines, Set<String> needs) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws DeployRefused if it is no XML or JSON of its kind, declares a document type, or is nested too deeply */
    static UploadedFile read(String name, byte[] content) {
        return name.endsWith(".form") ? form(name, content) : xml(name, content);
    }

    private static UploadedFile xml(String name, byte[] content) {
        References references = new References(name);
        try {
            parser().parse(new ByteArrayInputStream(content), references);
        } catch (SAXParseException unreadable) {
            throw new DeployRefused(new Problem(name, Math.max(0, unreadable.getLineNumber()), Math.max(0, unreadable.getColumnNumber()), "", message(unreadable)));
        } catch (SAXException | IOException unreadable) {
            throw new DeployRefused(Problem.of(name, message(unreadable)));
        }
        return new UploadedFile(name, references.defines(), references.needs());
    }

    private static String message(Exception unreadable) {
        String said = String.valueOf(unreadable.getMessage());
        return said.contains("DOCTYPE") ? "A document type (DOCTYPE) is not allowed in a file that is deployed." : "The file cannot be read as XML: " + said;
    }

    private static UploadedFile form(String name, byte[] content) {
        try {
            JsonNode form = JSON.readTree(content);
            String id = form.path("id").asText();
            if (id.isBlank()) {
                throw new DeployRefused(Problem.of(name, "The form has no id."));
            }
            return new UploadedFile(name, Set.of(References.FORM + id), new TreeSet<>());
        } catch (IOException unreadable) {
            throw new DeployRefused(Problem.of(name, "The file cannot be read as a form: it is not JSON."));
        }
    }

    static SAXParser parser() {
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newSAXParser();
        } catch (ParserConfigurationException | SAXException unsafe) {
            throw new IllegalStateException("This Java platform cannot read XML safely", unsafe);
        }
    }
}
