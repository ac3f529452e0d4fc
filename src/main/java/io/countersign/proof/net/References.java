package io.countersign.proof.net;

import org.camunda.bpm.model.xml.instance.DomElement;

/** The names behind the ids that events refer to. */
final class References {

    private final DomElement definitions;

    References(DomElement definitions) {
        this.definitions = definitions;
    }

    /** The message's name, the error's code (empty catches every error), or what a call activity calls. */
    String of(DomElement event) {
        return FileXml.childEnding(event, "EventDefinition").map(definition -> switch (definition.getLocalName()) {
            case "messageEventDefinition" -> named("message", FileXml.attribute(definition, "messageRef"), "name");
            case "errorEventDefinition" -> named("error", FileXml.attribute(definition, "errorRef"), "errorCode");
            case "linkEventDefinition" -> FileXml.attribute(definition, "name");
            default -> "";
        }).orElseGet(() -> event.getLocalName().equals("receiveTask") ? named("message", FileXml.attribute(event, "messageRef"), "name") : "");
    }

    private String named(String kind, String id, String attribute) {
        String local = id.substring(id.indexOf(':') + 1);
        return FileXml.children(definitions, kind).filter(element -> local.equals(element.getAttribute("id"))).map(element -> FileXml.attribute(element, attribute))
                .findFirst().orElse("");
    }
}
