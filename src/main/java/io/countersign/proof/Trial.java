package io.countersign.proof;

import io.countersign.action.ActionCatalogue;
import io.countersign.action.RiskTier;
import io.countersign.proof.explore.Budget;
import io.countersign.proof.explore.Exploration;
import io.countersign.proof.net.Action;
import io.countersign.proof.net.Duty;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.NetReader;
import io.countersign.proof.net.Node;
import io.countersign.proof.net.PlaybookXml;
import io.countersign.proof.rules.Judge;
import io.countersign.proof.rules.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One playbook is read, judged by its shape, explored, and judged by what was seen. */
final class Trial {

    private final ActionCatalogue catalogue;
    private final PlaybookFiles files;
    private final String file;
    private final Budget budget;
    private final Decisions decisions;
    private final List<Finding> findings = new ArrayList<>();
    private Net net;
    private List<ActionAuthority> authority = List.of();

    Trial(ActionCatalogue catalogue, PlaybookFiles files, String file, Budget budget, Decisions decisions) {
        this.decisions = decisions;
        this.catalogue = catalogue;
        this.files = files;
        this.file = file;
        this.budget = budget;
    }

    Trial hold() {
        try {
            Map<String, PlaybookXml> called = new HashMap<>();
            byte[] bytes = files.find(file).orElseThrow();
            if (bytes.length > PlaybookFiles.LARGEST) {
                refuse("The file has " + bytes.length + " bytes; a playbook has at most " + PlaybookFiles.LARGEST + ".");
                return this;
            }
            PlaybookXml xml = PlaybookXml.read(file, bytes);
            net = NetReader.read(xml, catalogue, id -> Optional.ofNullable(called.computeIfAbsent(id, this::find)));
            findings.addAll(new Shape(files, xml, net).findings());
            findings.addAll(decisions.findings(files));
            Exploration exploration = Exploration.of(net, budget);
            findings.addAll(new Judge(net).judge(exploration));
            authority = net.actions().stream().map(action -> authority(action, exploration)).toList();
        } catch (PlaybookXml.Unreadable unreadable) {
            refuse("The file is not usable: " + unreadable.getMessage() + ".");
        } catch (RuntimeException | StackOverflowError unexpected) {
            refuse("The file cannot be judged (" + unexpected.getClass().getSimpleName() + "), so nothing is proved.");
        }
        return this;
    }

    private void refuse(String why) {
        findings.add(new Finding(Rule.READ, Severity.ERROR, file, "", file, why, List.of(), Optional.of(Mend.of(Rule.READ.mend()))));
    }

    /** A file among those deployed together whose process has that id; null if there is none, or it cannot be read. */
    private PlaybookXml find(String process) {
        for (Map.Entry<String, byte[]> other : files.ofKind(".bpmn").entrySet()) {
            try {
                PlaybookXml xml = PlaybookXml.read(other.getKey(), other.getValue());
                if (process.equals(xml.process().getAttribute("id"))) {
                    return xml;
                }
            } catch (PlaybookXml.Unreadable unreadable) {
                continue;
            }
        }
        return null;
    }

    private ActionAuthority authority(Action action, Exploration exploration) {
        TreeMap<RiskTier, Set<String>> approvals = new TreeMap<>();
        exploration.entries(action).forEach((tier, levels) -> approvals.put(tier, net.with(Duty.APPROVE, action).stream()
                .filter(node -> (levels & node.level()) != 0).map(Node::id).collect(Collectors.toCollection(TreeSet::new))));
        String name = net.with(Duty.ACT, action).stream().map(Node::name).findFirst().orElse(action.activity());
        return new ActionAuthority(action.activity(), name, action.typeId(), approvals, exploration.earlier(action));
    }

    String process() {
        return net == null ? "" : net.process();
    }

    String name() {
        return net == null ? "" : net.name();
    }

    List<ActionAuthority> authority() {
        return authority;
    }

    /** Each once; errors first, then in the order of the rules and the elements. */
    List<Finding> findings() {
        Map<List<String>, Finding> once = new LinkedHashMap<>();
        findings.forEach(finding -> once.putIfAbsent(List.of(finding.rule().name(), finding.file(), finding.element(), finding.message()), finding));
        return once.values().stream().sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::rule).thenComparing(Finding::file)).toList();
    }
}
