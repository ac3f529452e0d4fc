package io.countersign.proof.diff;

import io.countersign.action.ActionType;
import io.countersign.proof.Vocabulary;
import io.countersign.proof.net.Action;
import io.countersign.proof.net.FileXml;
import io.countersign.proof.net.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares which actions there are, what they do to what, and how each is undone. */
record Actions(Bundle before, Bundle now) {

    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        now.net().actions().forEach(action -> {
            Action old = before.actions().get(action.activity());
            if (old == null) {
                changes.add(Change.gains(ChangeKind.ACTION, action.activity(), "It may now " + words(action) + "."));
            } else {
                compare(old, action, changes);
            }
        });
        before.net().actions().stream().filter(action -> !now.actions().containsKey(action.activity()))
                .forEach(action -> changes.add(Change.loses(ChangeKind.ACTION, action.activity(), "It can no longer " + words(action) + ".")));
        Set<String> reached = new HashSet<>(targets(now));
        reached.removeAll(targets(before));
        reached.forEach(kind -> changes.add(Change.gains(ChangeKind.TARGET, "", "It now reaches targets of another kind: " + kind + ".")));
        return changes;
    }

    private void compare(Action old, Action action, List<Change> changes) {
        if (!old.typeId().equals(action.typeId())) {
            changes.add(Change.gains(ChangeKind.ACTION, action.activity(), "It may now " + words(action) + " instead of " + words(old) + "."));
        }
        inverse(handler(before, old), handler(now, action), action, changes);
        Node node = now.net().find(action.activity()).orElseThrow();
        String irreversible = FileXml.property(node.element(), Vocabulary.IRREVERSIBLE);
        if (!irreversible.equals(FileXml.property(before.net().find(old.activity()).orElseThrow().element(), Vocabulary.IRREVERSIBLE))) {
            changes.add(irreversible.isEmpty() ? Change.neutral(ChangeKind.INVERSE, action.activity(), "“" + node.name() + "” no longer says that it cannot be undone.")
                    : Change.gains(ChangeKind.INVERSE, action.activity(), "“" + node.name() + "” now says that it cannot be undone."));
        }
    }

    private static void inverse(Node old, Node handler, Action action, List<Change> changes) {
        if (old == null && handler != null) {
            changes.add(Change.loses(ChangeKind.INVERSE, handler.id(), "“" + action.activity() + "” can now be undone by “" + handler.name() + "”."));
        } else if (old != null && handler == null) {
            changes.add(Change.gains(ChangeKind.INVERSE, action.activity(), "“" + old.name() + "” no longer undoes “" + action.activity() + "”."));
        } else if (old != null && !(old.duty() == handler.duty() && Objects.equals(activity(old), activity(handler)))) {
            changes.add(Change.gains(ChangeKind.INVERSE, handler.id(), "“" + action.activity() + "” is undone another way: “" + handler.name() + "” instead of “" + old.name() + "”."));
        }
    }

    private static String activity(Node handler) {
        return handler.action() == null ? null : handler.action().activity();
    }

    private static Node handler(Bundle bundle, Action action) {
        return bundle.net().find(action.activity()).map(Node::handler).orElse(null);
    }

    private static Set<String> targets(Bundle bundle) {
        return bundle.net().actions().stream().flatMap(action -> action.type().stream()).map(type -> type.targetKind().name()).collect(Collectors.toSet());
    }

    private static String words(Action action) {
        return action.type().map(Actions::words).orElse("do “" + action.typeId() + "”, which the catalogue does not know");
    }

    private static String words(ActionType type) {
        String name = type.name().substring(0, 1).toLowerCase() + type.name().substring(1);
        return name + " (" + type.id() + ", target " + type.targetKind() + ", "
                + (type.reversibility().lasting() ? "lease " + type.defaultLease() + " where policy says nothing" : "class " + type.reversibility() + ", nothing to undo") + ")";
    }
}
