package io.countersign.proof.rules;

import io.countersign.proof.Finding;
import io.countersign.proof.PlaybookFiles;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.PlaybookXml;
import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong about a playbook by its shape alone. */
public final class Shape {

    private final PlaybookFiles files;
    private final PlaybookXml xml;
    private final Net net;

    public Shape(PlaybookFiles files, PlaybookXml xml, Net net) {
        this.files = files;
        this.xml = xml;
        this.net = net;
    }

    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        new ClosedVocabulary(xml, net).check(findings);
        new ApprovalTasks(net).check(findings);
        new WaysBack(net).check(findings);
        new LostWays(net).check(findings);
        new Advice(net).check(findings);
        new Repetition(net).check(findings);
        new Bindings(files, net).check(findings);
        new Papers(files, xml, net).check(findings);
        return findings;
    }
}
