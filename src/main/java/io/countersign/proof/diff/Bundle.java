package io.countersign.proof.diff;

import io.countersign.action.ActionCatalogue;
import io.countersign.proof.net.Action;
import io.countersign.proof.net.FileXml;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.NetReader;
import io.countersign.proof.net.Node;
import io.countersign.proof.net.PlaybookXml;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** One version, read: its net, its landmarks by key, and its actions by the id of their element. */
record Bundle(PlaybookVersion version, Map<String, FileTree> trees, Net net, Landmarks landmarks, Map<String, Action> actions) {

    /** @throws PlaybookXml.Unreadable if it is no BPMN */
    static Bundle read(PlaybookVersion version, ActionCatalogue catalogue) {
        PlaybookXml xml = PlaybookXml.read(version.file(), version.bytes());
        Map<String, FileTree> trees = new HashMap<>(Map.of(xml.file(), FileTree.of(xml)));
        Net net = NetReader.read(xml, catalogue, process -> called(version, process).map(found -> {
            trees.put(found.file(), FileTree.of(found));
            return found;
        }));
        return new Bundle(version, trees, net, Landmarks.of(net, Set.of()), net.actions().stream().collect(Collectors.toMap(Action::activity, action -> action, (one, other) -> one)));
    }

    private static Optional<PlaybookXml> called(PlaybookVersion version, String process) {
        return version.files().playbooks().stream().filter(file -> !file.equals(version.file()))
                .map(file -> PlaybookXml.read(file, version.files().find(file).orElseThrow()))
                .filter(xml -> FileXml.attribute(xml.process(), "id").equals(process)).findFirst();
    }

    /** The same, with landmarks that are told apart where they are ambiguous. */
    Bundle tellingApart(Set<String> ambiguous) {
        return new Bundle(version, trees, net, Landmarks.of(net, ambiguous), actions);
    }

    FileTree tree() {
        return trees.get(version.file());
    }

    Element process() {
        return tree().byId().get(net.process());
    }

    /** All that the file says of the element. */
    Map<String, String> details(Node node) {
        return Details.of(trees.get(node.file()).byId().get(node.id()));
    }
}
