package io.countersign.proof.rules;

import io.countersign.proof.Finding;
import io.countersign.proof.Mend;
import io.countersign.proof.Rule;
import io.countersign.proof.net.Duty;
import io.countersign.proof.net.FileXml;
import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import io.countersign.proof.net.PlaybookXml;
import io.countersign.proof.net.Trigger;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A8: every element, attribute, property and expression of the process is one that is known. */
final class ClosedVocabulary {

    /** The engine also reads what carries the name of its ancestor. */
    private static final String ANCESTOR = "http://activiti.org/bpmn";
    private static final Set<String> TIMES = Set.of("timeDuration", "timeDate");

    private final PlaybookXml xml;
    private final Net net;

    ClosedVocabulary(PlaybookXml xml, Net net) {
        this.xml = xml;
        this.net = net;
    }

    void check(List<Finding> findings) {
        element(xml.processElement(), findings);
        net.nodes().forEach(node -> node(node, findings));
    }

    private void element(Element element, List<Finding> findings) {
        String name = element.getLocalName();
        if (ANCESTOR.equals(element.getNamespaceURI())) {
            add(element, "<" + element.getTagName() + "> is read by the engine and is not of the vocabulary.", name, findings);
        } else if (FileXml.CAMUNDA.equals(element.getNamespaceURI())) {
            extension(element, name, findings);
        } else if (FileXml.BPMN.equals(element.getNamespaceURI())) {
            if (!name.equals("process") && !Words.ELEMENTS.contains(name)) {
                add(element, "<" + name + "> is not of the vocabulary.", "bpmn:" + name, findings);
            }
            attributes(element, name, findings);
            text(element, name, findings);
        }
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child) {
                element(child, findings);
            }
        }
    }

    private void extension(Element element, String name, List<Finding> findings) {
        boolean known = name.equals("properties") || name.equals("property") && Words.property(element.getAttribute("name"));
        if (!known) {
            add(element, name.equals("property") ? "The property " + element.getAttribute("name") + " is not of the vocabulary."
                    : "A " + name + " can do what nobody proved.", "camunda:" + name, findings);
        }
    }

    private void attributes(Element element, String name, List<Finding> findings) {
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            boolean engine = FileXml.CAMUNDA.equals(attribute.getNamespaceURI());
            boolean foreign = ANCESTOR.equals(attribute.getNamespaceURI()) || engine && !Words.attribute(name, attribute.getLocalName());
            boolean free = Words.expression(attribute.getValue()) && !List.of("name", "id").contains(attribute.getName())
                    && !(engine && attribute.getLocalName().equals("delegateExpression") && Words.DELEGATES.contains(attribute.getValue().strip()));
            if (foreign || free && (engine || attribute.getNamespaceURI() == null)) {
                add(element, "The attribute " + attribute.getName() + (foreign ? " is not of the vocabulary." : " holds a free expression."), attribute.getName(), findings);
            }
        }
    }

    private void text(Element element, String name, List<Finding> findings) {
        if (TIMES.contains(name) && !Words.time(element.getTextContent(), net)) {
            add(element, "The time '" + shortened(element.getTextContent()) + "' is neither a fixed one nor one that policy gives.", "bpmn:" + name, findings);
        }
        if (name.equals("conditionExpression") && !Objects.requireNonNullElse(element.getAttribute("language"), "").isEmpty()) {
            add(element, "A condition in a script language computes what nobody proved.", "language", findings);
        }
    }

    private void node(Node node, List<Finding> findings) {
        node.outgoing().stream().filter(flow -> flow.condition().free()).forEach(flow -> findings.add(Found.in(node.file(), flow.id(), flow.name(), Rule.A8,
                "The condition of '" + flow.id() + "' is a free expression; only tiers, decisions, outcomes and what is in force are known.",
                Mend.of("Compare one of the playbook's variables with one of its values.", flow.id(), "bpmn:conditionExpression", "${…Tier == 'AUTONOMOUS'}"))));
        if (node.duty() == Duty.FOREIGN) {
            findings.add(Found.at(node, Rule.A8, "It does something that is not of the vocabulary.", Mend.of("Use an element template for it.")));
        }
        if (node.duty() == Duty.ACT && node.action() != null && node.action().type().isEmpty()) {
            findings.add(Found.at(node, Rule.A8, "The catalogue has no action '" + node.action().typeId() + "'.", Mend.of("Name an action of the catalogue.", node.id(),
                    "countersign.action", "isolate-host")));
        }
        if (node.trigger() == Trigger.MESSAGE && !Words.MESSAGES.contains(node.reference())) {
            findings.add(Found.at(node, Rule.A8, "Nobody ever sends the message '" + node.reference() + "'.", Mend.of("Wait for one of " + Words.MESSAGES + ".")));
        }
        if (node.kind() == Kind.START && node.scope() == net.root() && node.trigger() != Trigger.NONE) {
            findings.add(Found.at(node, Rule.A8, "A playbook is started for an incident, by the product or a person, not by an event.", Mend.of("Make it a plain start event.")));
        }
    }

    private void add(Element element, String message, String what, List<Finding> findings) {
        Element named = element;
        while (named.getAttribute("id").isEmpty() && named.getParentNode() instanceof Element parent) {
            named = parent;
        }
        findings.add(Found.in(xml.file(), named.getAttribute("id"), named.getAttribute("name"), Rule.A8, message,
                Mend.of("Take it away.", named.getAttribute("id"), what, "")));
    }

    private static String shortened(String text) {
        String stripped = text.strip();
        return stripped.length() > 60 ? stripped.substring(0, 60) + "…" : stripped;
    }
}
