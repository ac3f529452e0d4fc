package io.countersign.proof.diff;

import io.countersign.proof.Vocabulary;
import io.countersign.proof.net.Duty;
import io.countersign.proof.net.Field;
import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Node;
import io.countersign.proof.net.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Judges the landmarks that only one of the versions has. */
class ComeAndGone {

    private final Bundle before;
    private final Bundle now;
    private final Passed passed;
    private final Walk walk;

    ComeAndGone(Bundle before, Bundle now, Passed passed) {
        this.before = before;
        this.now = now;
        this.passed = passed;
        this.walk = new Walk(now.landmarks(), passed::now);
    }

    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        now.landmarks().byKey().entrySet().stream().filter(entry -> !before.landmarks().byKey().containsKey(entry.getKey())).map(Map.Entry::getValue)
                .filter(node -> !belongsToStranger(node, before)).flatMap(node -> come(node).stream()).forEach(changes::add);
        before.landmarks().byKey().entrySet().stream().filter(entry -> !now.landmarks().byKey().containsKey(entry.getKey())).map(Map.Entry::getValue)
                .filter(node -> !belongsToStranger(node, now)).flatMap(node -> gone(node).stream()).forEach(changes::add);
        return changes;
    }

    /** What comes and goes with its action is told by the action. */
    private static boolean belongsToStranger(Node node, Bundle other) {
        Node about = node.kind() == Kind.BOUNDARY ? node.attachedTo() : node.kind() == Kind.COMPENSATE ? node.compensated() : node;
        return about != null && about.action() != null && !other.actions().containsKey(about.action().activity());
    }

    private Optional<Change> come(Node node) {
        String name = Ways.quoted(node);
        if (node.kind() == Kind.COMPENSATE) {
            return Optional.of(Change.loses(ChangeKind.WAY_BACK, node.id(), "More is taken back: " + name + "."));
        }
        if (node.kind() == Kind.BOUNDARY) {
            return Optional.of(boundaryCame(node, name));
        }
        if (Landmarks.look(node) && passed.now(node)) {
            return Optional.of(Change.neutral(ChangeKind.PERSON, node.id(), "A person looks once more: " + name + "."));
        }
        return Optional.ofNullable(switch (node.duty()) {
            case APPROVE -> harmlessApproval(node) ? Change.loses(ChangeKind.APPROVAL, node.id(), "One more approval is asked for: " + name + ".")
                    : Change.gains(ChangeKind.APPROVAL, node.id(), "A new approval " + name + " leads to the action without a clear yes.");
            case VERIFY, REVIEW, RECOMMEND -> passed.now(node) ? passedCame(node, name)
                    : Change.gains(ChangeKind.UNKNOWN, node.id(), name + " is new, and stands where its meaning is not known.");
            case KEEP -> Change.gains(ChangeKind.WAY_BACK, node.id(), "A person may now keep what is contained: " + name + ".");
            case BY_HAND, RESOLVE -> Change.gains(ChangeKind.PERSON, node.id(), "People may now do or decide something: " + name + ".");
            case ESCALATE -> Change.gains(ChangeKind.TIMING, node.id(), "More people are now asked when nobody answers: " + name + ".");
            case EXPIRE -> leadsTo(node, Map.of(), Duty.ACT) ? Change.gains(ChangeKind.TIMING, node.id(), "Silence now leads to an action: " + name + ".")
                    : Change.loses(ChangeKind.TIMING, node.id(), "A question that nobody answers is now refused: " + name + ".");
            case ACT, ASSESS, UNDO -> null;
            default -> otherCame(node, name);
        });
    }

    private static Change passedCame(Node node, String name) {
        return switch (node.duty()) {
            case VERIFY -> Change.loses(ChangeKind.WAY_BACK, node.id(), "One more check that all is back: " + name + ".");
            default -> Change.neutral(ChangeKind.ADVICE, node.id(), "An AI is asked once more: " + name + ".");
        };
    }

    private boolean leadsTo(Node node, Map<String, Integer> values, Duty duty) {
        return walk.from(node, values).stream().map(key -> now.landmarks().byKey().get(key)).anyMatch(target -> target.duty() == duty);
    }

    private Change boundaryCame(Node node, String name) {
        boolean timerOfQuestion = node.trigger() == Trigger.TIMER && node.attachedTo() != null && node.attachedTo().duty() == Duty.APPROVE;
        return timerOfQuestion && node.interrupting() && leadsTo(node, Map.of(), Duty.EXPIRE) ? Change.loses(ChangeKind.TIMING, node.id(), "A question now has an end: " + name + ".")
                : node.trigger() == Trigger.COMPENSATION ? Change.loses(ChangeKind.INVERSE, node.id(), "There is now a way back: " + name + ".")
                : Change.gains(timerOfQuestion ? ChangeKind.TIMING : ChangeKind.UNKNOWN, node.id(), "Something may now happen beside or instead: " + name + ".");
    }

    private Change otherCame(Node node, String name) {
        boolean release = node.trigger() == Trigger.MESSAGE && node.reference().equals(Vocabulary.MESSAGE_RELEASE) && node.type().equals("intermediateCatchEvent")
                && walk.from(node, Map.of()).stream().map(key -> now.landmarks().byKey().get(key)).allMatch(next -> next.kind() == Kind.COMPENSATE);
        if (release) {
            return Change.loses(ChangeKind.WAY_BACK, node.id(), "A person may now release what is contained: " + name + ".");
        }
        if (node.kind() == Kind.END) {
            return Change.neutral(ChangeKind.ORDER, node.id(), "The run can end in a new place: " + name + ".");
        }
        return Change.gains(ChangeKind.UNKNOWN, node.id(), "There is a new " + node.type() + " whose meaning is not known: " + name + ".");
    }

    /** Whatever leads from it to the action needs its yes. */
    private boolean harmlessApproval(Node node) {
        Set<String> variables = new TreeSet<>(walk.variables(node));
        String decision = node.action() == null ? "" : node.action().activity() + " " + Field.DECISION;
        variables.add(decision.isEmpty() ? Field.IN_FORCE.name() : decision);
        return !decision.isEmpty() && Valuations.of(variables).map(all -> all.stream().filter(values -> values.get(decision) != Field.DECISION.code("APPROVED"))
                .noneMatch(values -> leadsTo(node, values, Duty.ACT))).orElse(false);
    }

    private Optional<Change> gone(Node node) {
        String name = Ways.quoted(node);
        if (node.kind() == Kind.COMPENSATE) {
            return Optional.of(Change.gains(ChangeKind.WAY_BACK, node.id(), "Less is taken back: " + name + " is gone."));
        }
        if (node.kind() == Kind.BOUNDARY) {
            boolean escalation = node.trigger() == Trigger.TIMER && !node.interrupting();
            return Optional.of(escalation ? Change.neutral(ChangeKind.TIMING, node.id(), "Nobody else is told any more when nobody answers: " + name + " is gone.")
                    : Change.gains(node.trigger() == Trigger.COMPENSATION ? ChangeKind.INVERSE : ChangeKind.TIMING, node.id(), name + " is gone."));
        }
        return Optional.ofNullable(switch (node.duty()) {
            case APPROVE -> Change.gains(ChangeKind.APPROVAL, node.id(), "An approval is gone: " + name + ".");
            case RECOMMEND -> Change.neutral(ChangeKind.ADVICE, node.id(), "An AI is not asked any more: " + name + ".");
            case KEEP -> Change.loses(ChangeKind.WAY_BACK, node.id(), "Nobody can keep what is contained any more: " + name + " is gone.");
            case BY_HAND -> Change.loses(ChangeKind.PERSON, node.id(), "Nobody does it by hand any more: " + name + " is gone.");
            case ESCALATE -> Change.neutral(ChangeKind.TIMING, node.id(), "Nobody else is told any more when nobody answers: " + name + " is gone.");
            case ACT, ASSESS, UNDO -> null;
            default -> node.kind() == Kind.END ? Change.neutral(ChangeKind.ORDER, node.id(), "The run does not end any more at " + name + ".")
                    : Change.gains(wayBack(node) ? ChangeKind.WAY_BACK : ChangeKind.UNKNOWN, node.id(), name + " is gone.");
        });
    }

    private static boolean wayBack(Node node) {
        return node.duty() == Duty.VERIFY || Landmarks.look(node) || node.kind() == Kind.EVENT_SCOPE || node.trigger() == Trigger.MESSAGE || node.trigger() == Trigger.TIMER;
    }
}
