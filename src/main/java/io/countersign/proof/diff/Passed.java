package io.countersign.proof.diff;

import io.countersign.proof.net.Action;
import io.countersign.proof.net.Duty;
import io.countersign.proof.net.Flow;
import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Node;

/**
 * Which landmarks of one version are passed as if they were not there, because the other version has none of the kind and a
 * change of its own tells it: what belongs to an action that came or went (whose assessment then leads past it), a step that takes
 * something back or verifies, more advice before an assessment, and a look by a person.
 */
record Passed(Bundle before, Bundle now) {

    boolean before(Node node) {
        return passed(node, before, now);
    }

    boolean now(Node node) {
        return passed(node, now, before);
    }

    private static boolean passed(Node node, Bundle own, Bundle other) {
        Action about = node.kind() == Kind.COMPENSATE && node.compensated() != null ? node.compensated().action() : node.action();
        if (about != null && !other.actions().containsKey(about.activity())) {
            return true;
        }
        boolean alone = !other.landmarks().byKey().containsKey(own.landmarks().keys().get(node)) && node.outgoing().size() == 1 && node.boundaries().isEmpty()
                && !node.repeated();
        return alone && (node.kind() == Kind.COMPENSATE || node.duty() == Duty.VERIFY || Landmarks.look(node) || adviceBeforeAssessment(node));
    }

    private static boolean adviceBeforeAssessment(Node node) {
        return node.duty() == Duty.RECOMMEND && node.outgoing().stream().map(Flow::target)
                .allMatch(next -> next.duty() == Duty.ASSESS || next.duty() == Duty.RECOMMEND || Landmarks.look(next));
    }
}
