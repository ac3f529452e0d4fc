package io.countersign.playbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** On which line of a file each element stands, by its id. */
final class ElementPlaces extends DefaultHandler {

    /** From 1; 0 where it is not known. */
    record Place(int line, int column) {

        static final Place NOWHERE = new Place(0, 0);
    }

    private final Map<String, Place> places = new HashMap<>();
    private Locator locator;

    private ElementPlaces() {
    }

    /** Of a file that cannot be read nothing is known. */
    static Map<String, Place> of(byte[] file) {
        ElementPlaces reader = new ElementPlaces();
        try {
            UploadedFile.parser().parse(new ByteArrayInputStream(file), reader);
        } catch (SAXException | IOException unreadable) {
            return Map.of();
        }
        return reader.places;
    }

    @Override
    public void setDocumentLocator(Locator given) {
        locator = given;
    }

    @Override
    public void startElement(String namespace, String element, String qualified, Attributes attributes) {
        if (attributes.getValue("id") != null) {
            places.putIfAbsent(attributes.getValue("id"), new Place(locator.getLineNumber(), locator.getColumnNumber()));
        }
    }
}
