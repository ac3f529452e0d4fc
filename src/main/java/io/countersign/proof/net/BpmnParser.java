package io.countersign.proof.net;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Parses BPMN and holds it against the schema of the engine in one pass. Unlike the engine's library it compiles the schema once, not for
 * each file, and lets threads parse at the same time. It takes no document type, and follows nothing that a file names.
 */
final class BpmnParser implements ErrorHandler {

    private static final String SCHEMA_FILE = "/org/camunda/bpm/model/bpmn/schema/BPMN20.xsd";
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    /** The parser counts, so nothing deep is ever built; its message names the limit. */
    static final String DEPTH = "maxElementDepth";
    static final int DEEPEST = 100;
    private static final Schema SCHEMA = schema();

    private BpmnParser() {
    }

    /** @throws SAXException with what is wrong about it, and in which line */
    static Document parse(byte[] bytes) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.setExpandEntityReferences(false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute("http://www.oracle.com/xml/jaxp/properties/" + DEPTH, Integer.toString(DEEPEST));
            factory.setSchema(SCHEMA);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new BpmnParser());
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (ParserConfigurationException | IOException impossible) {
            throw new SAXException(impossible);
        }
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newDefaultInstance().newSchema(Bpmn.class.getResource(SCHEMA_FILE));
        } catch (SAXException impossible) {
            throw new IllegalStateException("The schema of BPMN cannot be read", impossible);
        }
    }

    @Override
    public void warning(SAXParseException harmless) {
        // A file that a schema tolerates is judged by the rules.
    }

    @Override
    public void error(SAXParseException wrong) throws SAXException {
        throw wrong;
    }

    @Override
    public void fatalError(SAXParseException wrong) throws SAXException {
        throw wrong;
    }
}
