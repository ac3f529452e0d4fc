package io.countersign.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.w3c.dom.Element;

/** Takes the shipped playbook with one action apart and puts another together from its parts. */
class PlaybookAssembly {

    private static final String ORIGINAL = "block-address";
    private static final List<String> ROLL_BACKS = List.of("on-release", "on-request", "on-failure");

    private final BpmnFile file = BpmnFile.read("bpmn/block-malicious-address.bpmn");
    private final List<Element> pattern;
    private final Set<String> ids = new HashSet<>();
    private final List<String> actions = new ArrayList<>();
    private int number;

    PlaybookAssembly(String process) {
        Predicate<Element> ofTheAction = element -> element.getAttribute("id").contains(ORIGINAL) && !element.getAttribute("id").contains("take-back");
        this.pattern = file.take(element -> ofTheAction.test(element) && !joinsFrame(element));
        file.take(PlaybookAssembly::joinsFrame);
        file.process().setAttribute("id", process);
        file.process().setAttribute("name", "Generated for a test");
    }

    private static boolean joinsFrame(Element element) {
        return Set.of("recommend-actions-to-assess-block-address", "settle-block-address-to-check-what-is-in-force").contains(element.getAttribute("id"));
    }

    byte[] of(List<GeneratedPlaybook.Part> parts) {
        file.flow("recommend-actions", "check-what-is-in-force", row(parts));
        ROLL_BACKS.forEach(this::takeBack);
        return file.write();
    }

    /** Entry and exit of each part, so that they can be joined. */
    private List<String[]> row(List<GeneratedPlaybook.Part> parts) {
        return parts.stream().map(this::add).toList();
    }

    private String[] add(GeneratedPlaybook.Part part) {
        if (part instanceof GeneratedPlaybook.Action action) {
            return act(action.type());
        }
        if (part instanceof GeneratedPlaybook.Parallel parallel) {
            return sideBySide(parallel.branches());
        }
        String id = part instanceof GeneratedPlaybook.Advice ? copy("recommend-actions", "recommend-more-") : copy("review-on-release", "look-at-it-");
        return new String[] {id, id};
    }

    private String[] act(String type) {
        String id = type;
        for (char letter = 'b'; !ids.add(id); letter++) {
            id = type + "-" + letter;
        }
        String activity = id;
        pattern.forEach(element -> file.add(BpmnFile.renamed(element, ORIGINAL, activity)));
        file.property(activity, "countersign.action", type);
        actions.add(activity);
        return new String[] {"assess-" + activity, "settle-" + activity};
    }

    private String copy(String original, String prefix) {
        String id = prefix + letters(number++);
        file.add(BpmnFile.renamed(file.find(original), original, id));
        return id;
    }

    private String[] sideBySide(List<List<GeneratedPlaybook.Part>> branches) {
        String name = letters(number++);
        String fork = file.parallelGateway("begin-side-by-side-" + name, "Side by side");
        String join = file.parallelGateway("await-all-" + name, "All done");
        branches.forEach(branch -> file.flow(fork, join, row(branch)));
        return new String[] {fork, join};
    }

    /** In one of the three roll-backs: one throw for each action, the last one first. */
    private void takeBack(String where) {
        Element original = file.find("take-back-" + ORIGINAL + "-" + where);
        List<String> reverse = new ArrayList<>(actions);
        Collections.reverse(reverse);
        List<String[]> row = new ArrayList<>();
        for (String action : reverse) {
            Element copy = BpmnFile.renamed(original, ORIGINAL, action);
            original.getParentNode().insertBefore(copy, original);
            row.add(new String[] {copy.getAttribute("id"), copy.getAttribute("id")});
        }
        file.replaceInFlow(original, row);
    }

    /** Ids have no digits. */
    private static String letters(int number) {
        return (number < 26 ? "" : letters(number / 26 - 1)) + (char) ('a' + number % 26);
    }
}
