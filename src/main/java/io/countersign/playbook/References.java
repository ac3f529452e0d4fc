package io.countersign.playbook;

import java.util.Set;
import java.util.TreeSet;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Collects what a BPMN or DMN file defines, and what it binds by deployment, each with its kind before its key. Says no to a file of
 * another kind and to one that is nested so deeply that a reader might run out of stack.
 */
class References extends DefaultHandler {

    static final String PLAYBOOK = "playbook ";
    static final String DECISION = "decision ";
    static final String FORM = "form ";

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final int DEEPEST = 100;

    private final Set<String> defines = new TreeSet<>();
    private final Set<String> needs = new TreeSet<>();
    private final boolean playbook;
    private int depth;

    References(String file) {
        this.playbook = file.endsWith(".bpmn");
    }

    Set<String> defines() {
        return defines;
    }

    Set<String> needs() {
        return needs;
    }

    @Override
    public void startElement(String namespace, String element, String qualified, Attributes attributes) throws SAXException {
        if (++depth > DEEPEST) {
            throw new SAXException("its elements are nested more than " + DEEPEST + " deep");
        }
        boolean known = playbook ? namespace.equals(BPMN) : namespace.contains("omg.org/spec/DMN/");
        if (depth == 1 && !(known && element.equals("definitions"))) {
            throw new SAXException("it does not begin with the definitions of " + (playbook ? "BPMN 2.0" : "DMN"));
        }
        if (known && playbook) {
            bpmn(element, attributes);
        } else if (known && element.equals("decision")) {
            defines.add(DECISION + attributes.getValue("id"));
        }
    }

    @Override
    public void endElement(String namespace, String element, String qualified) {
        depth--;
    }

    private void bpmn(String element, Attributes attributes) {
        switch (element) {
            case "process" -> defines.add(PLAYBOOK + attributes.getValue("id"));
            case "businessRuleTask" -> bound(DECISION, attributes, "decisionRef");
            case "userTask", "startEvent" -> bound(FORM, attributes, "formRef");
            case "callActivity" -> called(attributes);
            default -> {
                // Needs nothing beside it.
            }
        }
    }

    private void bound(String kind, Attributes attributes, String reference) {
        String key = attributes.getValue(CAMUNDA, reference);
        if (key != null && "deployment".equals(attributes.getValue(CAMUNDA, reference + "Binding"))) {
            needs.add(kind + key);
        }
    }

    private void called(Attributes attributes) {
        String key = attributes.getValue("calledElement");
        if (key != null && "deployment".equals(attributes.getValue(CAMUNDA, "calledElementBinding"))) {
            needs.add(PLAYBOOK + key);
        }
    }
}
