package io.countersign.proof.diff;

import io.countersign.proof.net.Node;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Judges whose people a task asks. */
final class People {

    private People() {
    }

    /** @param was candidate groups, or null for none */
    static Change judge(Node node, String was, String is) {
        Set<String> old = groups(was);
        Set<String> groups = groups(is);
        String sentence = Ways.quoted(node) + " asks " + words(groups) + " instead of " + words(old) + ".";
        if (groups.equals(old)) {
            return Change.neutral(ChangeKind.PEOPLE, node.id(), Ways.quoted(node) + " asks the same people in other words.");
        }
        boolean fewer = !groups.isEmpty() && old.containsAll(groups);
        return fewer ? Change.loses(ChangeKind.PEOPLE, node.id(), sentence) : Change.gains(ChangeKind.PEOPLE, node.id(), sentence);
    }

    private static Set<String> groups(String list) {
        return list == null ? Set.of() : Arrays.stream(list.split(",")).map(String::strip).filter(group -> !group.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String words(Set<String> groups) {
        return groups.isEmpty() ? "nobody in particular" : String.join(", ", groups);
    }
}
