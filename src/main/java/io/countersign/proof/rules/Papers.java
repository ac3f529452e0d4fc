package io.countersign.proof.rules;

import io.countersign.proof.Finding;
import io.countersign.proof.Mend;
import io.countersign.proof.PlaybookFiles;
import io.countersign.proof.Rule;
import io.countersign.proof.Vocabulary;
import io.countersign.proof.net.FileXml;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import io.countersign.proof.net.PlaybookXml;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.model.xml.instance.DomElement;

/** A12: a playbook says whose it is, what it is for and how long it is remembered; each task says what it is, and its form is there. */
final class Papers {

    private final PlaybookFiles files;
    private final PlaybookXml xml;
    private final Net net;

    Papers(PlaybookFiles files, PlaybookXml xml, Net net) {
        this.files = files;
        this.xml = xml;
        this.net = net;
    }

    void check(List<Finding> findings) {
        DomElement process = xml.process();
        require(!FileXml.property(process, Vocabulary.OWNER).isBlank(), "no team owns it", Vocabulary.OWNER, "soc", findings);
        require(!FileXml.camunda(process, "versionTag").isBlank(), "it has no version tag", "camunda:versionTag", "1.0", findings);
        require(!FileXml.camunda(process, "historyTimeToLive").isBlank(), "it does not say how long its history is kept", "camunda:historyTimeToLive", "P3650D", findings);
        require(!FileXml.documentation(process).isEmpty(), "it has no documentation", "bpmn:documentation", "What: … Who: … Why: …", findings);
        net.nodes().stream().filter(node -> node.type().endsWith("Task") || node.type().equals("task")).forEach(node -> task(node, findings));
        net.nodes().stream().filter(node -> node.outgoing().stream().anyMatch(flow -> flow.target().scope() != node.scope())).forEach(node -> findings.add(
                Found.at(node, Rule.A12, "A flow leads from here into another subprocess.", Mend.of("Let flows stay within their subprocess."))));
    }

    private void require(boolean there, String missing, String what, String value, List<Finding> findings) {
        if (!there) {
            findings.add(Found.in(net.file(), net.process(), net.name(), Rule.A12, "Of the playbook, " + missing + ".",
                    Mend.of("Fill it in.", net.process(), what, value)));
        }
    }

    private void task(Node node, List<Finding> findings) {
        if (FileXml.documentation(node.element()).isEmpty()) {
            findings.add(Found.at(node, Rule.A12, "It has no documentation.", Mend.of("Say what it does, who does it, and why.", node.id(), "bpmn:documentation",
                    "What: … Who: … Why: …")));
        }
        if (node.name().equals(node.id())) {
            findings.add(Found.at(node, Rule.A12, "It has no name.", Mend.of("Name it as people would.", node.id(), "name", "…")));
        }
        String form = FileXml.camunda(node.element(), "formRef");
        if (node.type().equals("userTask") && form.isEmpty()) {
            findings.add(Found.at(node, Rule.A12, "It asks a person and has no form.", Mend.of("Name a form.", node.id(), "camunda:formRef", "…")));
        } else if (!form.isEmpty() && !exists(form)) {
            findings.add(Found.at(node, Rule.A12, "The form '" + form + "' is not among the files that are deployed together.", Mend.of("Deploy it with the playbook.")));
        }
    }

    private boolean exists(String form) {
        Pattern id = Pattern.compile("\"id\"\\s*:\\s*\"" + Pattern.quote(form) + "\"");
        return files.ofKind(".form").values().stream().anyMatch(bytes -> id.matcher(new String(bytes, StandardCharsets.UTF_8)).find());
    }
}
