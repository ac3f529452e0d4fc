package io.countersign.proof.rules;

import io.countersign.proof.Finding;
import io.countersign.proof.Mend;
import io.countersign.proof.PlaybookFiles;
import io.countersign.proof.Rule;
import io.countersign.proof.Vocabulary;
import io.countersign.proof.net.Duty;
import io.countersign.proof.net.FileXml;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** A11: what a playbook calls, decides by and shows is of a fixed version, and is there. */
final class Bindings {

    private static final Set<String> FIXED = Set.of("deployment", "version", "versionTag");

    private final PlaybookFiles files;
    private final Net net;

    Bindings(PlaybookFiles files, Net net) {
        this.files = files;
        this.net = net;
    }

    void check(List<Finding> findings) {
        for (Node node : net.nodes()) {
            switch (node.type()) {
                case "businessRuleTask" -> decision(node, findings);
                case "callActivity" -> call(node, findings);
                case "userTask" -> binding(node, "formRefBinding", "formRefVersion", "formRefVersion", findings, !FileXml.camunda(node.element(), "formRef").isEmpty());
                default -> { }
            }
        }
    }

    private void decision(Node node, List<Finding> findings) {
        binding(node, "decisionRefBinding", "decisionRefVersion", "decisionRefVersionTag", findings, true);
        String decision = FileXml.camunda(node.element(), "decisionRef");
        if (node.duty() == Duty.ASSESS && !decision.equals(Vocabulary.RISK_DECISION)) {
            findings.add(Found.at(node, Rule.A11, "It asks the decision '" + decision + "' for a tier; only " + Vocabulary.RISK_DECISION + " gives one.",
                    Mend.of("Ask the risk decision.", node.id(), "camunda:decisionRef", Vocabulary.RISK_DECISION)));
        } else if (FileXml.camunda(node.element(), "decisionRefBinding").equals("deployment") && !decides(decision)) {
            findings.add(Found.at(node, Rule.A11, "The decision '" + decision + "' is not among the files that are deployed together.",
                    Mend.of("Deploy the DMN file with the playbook.")));
        }
    }

    private boolean decides(String decision) {
        return files.ofKind(".dmn").values().stream().anyMatch(bytes -> new String(bytes, StandardCharsets.UTF_8).contains("id=\"" + decision + "\""));
    }

    private void call(Node node, List<Finding> findings) {
        binding(node, "calledElementBinding", "calledElementVersion", "calledElementVersionTag", findings, true);
        if (node.inside().nodes().isEmpty()) {
            findings.add(Found.at(node, Rule.A11, "What it calls, '" + FileXml.attribute(node.element(), "calledElement")
                    + "', is not among the files that are deployed together, so nobody knows what it does.", Mend.of("Deploy both files together.")));
        }
    }

    private static void binding(Node node, String attribute, String version, String tag, List<Finding> findings, boolean needed) {
        String binding = FileXml.camunda(node.element(), attribute);
        boolean fixed = FIXED.contains(binding)
                && (!binding.equals("version") || FileXml.camunda(node.element(), version).matches("\\d+"))
                && (!binding.equals("versionTag") || FileXml.camunda(node.element(), tag).matches("[^${}#]+"));
        if (needed && !fixed) {
            findings.add(Found.at(node, Rule.A11, "It is bound to " + (binding.isEmpty() || binding.equals("latest") ? "whatever is the latest version when it runs" : binding)
                    + ", not to what was proved.", Mend.of("Bind it to the deployment.", node.id(), "camunda:" + attribute, "deployment")));
        }
    }
}
