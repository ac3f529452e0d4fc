package io.countersign.proof.rules;

import io.countersign.proof.Finding;
import io.countersign.proof.Mend;
import io.countersign.proof.Rule;
import io.countersign.proof.Vocabulary;
import io.countersign.proof.net.Duty;
import io.countersign.proof.net.FileXml;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import java.util.List;
import org.camunda.bpm.model.xml.instance.DomElement;

/** A9: a recommendation is advice and nothing else. */
final class Advice {

    private static final List<String> POWERS = List.of(Vocabulary.ACTION, Vocabulary.UNDOES, Vocabulary.ASSESSES, Vocabulary.APPROVES, Vocabulary.RESOLVES);

    private final Net net;

    Advice(Net net) {
        this.net = net;
    }

    void check(List<Finding> findings) {
        net.nodes().stream().filter(node -> node.duty() == Duty.RECOMMEND).forEach(node -> {
            POWERS.stream().filter(power -> !FileXml.property(node.element(), power).isEmpty()).forEach(power -> findings.add(Found.at(node, Rule.A9,
                    "A recommendation carries " + power + ", which is for what acts or decides.", Mend.of("Take it away.", node.id(), power, ""))));
            FileXml.extensions(node.element()).stream().map(DomElement::getLocalName).filter(name -> !name.equals("properties")).forEach(name -> findings.add(
                    Found.at(node, Rule.A9, "A recommendation carries a " + name + "; what it says must not reach anything by itself.",
                            Mend.of("Take it away.", node.id(), "camunda:" + name, ""))));
            if (node.forCompensation()) {
                findings.add(Found.at(node, Rule.A9, "A recommendation stands as a compensation handler; advice undoes nothing.",
                        Mend.of("Attach an undo task.", node.id(), "isForCompensation", "")));
            }
        });
    }
}
