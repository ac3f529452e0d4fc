package io.countersign.proof.net;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A first, cheap look at XML, before anything is built of it: no document type, and no deeper than people draw. */
final class Depth {

    private static final int DEEPEST = 100;

    private Depth() {
    }

    /** What cannot be read as XML is left to the reader that says where. @throws PlaybookXml.Unreadable if it must not be read at all */
    static void check(byte[] bytes) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            for (int depth = 0; reader.hasNext(); ) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> throw new PlaybookXml.Unreadable("it declares a document type or entities; a playbook needs none, and they are never read");
                    case XMLStreamConstants.START_ELEMENT -> depth = deeper(depth);
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> { }
                }
            }
        } catch (XMLStreamException unreadable) {
            return;
        }
    }

    private static int deeper(int depth) {
        if (depth >= DEEPEST) {
            throw new PlaybookXml.Unreadable("its elements are nested more than " + DEEPEST + " deep");
        }
        return depth + 1;
    }
}
