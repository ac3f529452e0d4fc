package io.countersign.proof.rules;

import io.countersign.proof.Finding;
import io.countersign.proof.PlaybookFiles;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.PlaybookXml;
import java.util.List;
import java.util.stream.Stream;

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
        return List.of();
    }
}
