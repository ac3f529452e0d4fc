package io.countersign.proof.rules;

import io.countersign.proof.Finding;
import io.countersign.proof.Mend;
import io.countersign.proof.Rule;
import io.countersign.proof.Severity;
import io.countersign.proof.explore.Breach;
import io.countersign.proof.explore.Exploration;
import io.countersign.proof.net.Action;
import io.countersign.proof.net.Condition;
import io.countersign.proof.net.Duty;
import io.countersign.proof.net.Field;
import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says in words, and by which rule, what is wrong about what the exploration saw. */
public final class Judge {

    private final Net net;

    public Judge(Net net) {
        this.net = net;
    }

    public List<Finding> judge(Exploration exploration) {
        List<Finding> findings = new ArrayList<>();
        exploration.offences().forEach(offence -> findings.add(finding(offence)));
        if (!exploration.complete()) {
            findings.add(new Finding(Rule.BOUND, Severity.ERROR, net.file(), net.process(), net.name(),
                    "The exploration was given up before everything was seen, so nothing is proved.", List.of(), Optional.of(Mend.of(Rule.BOUND.mend()))));
        }
        net.nodes().stream().filter(Judge::branchesTooFar).forEach(node -> findings.add(Found.at(node, Rule.BOUND,
                "More ways leave here than are followed, so not everything was seen.", Mend.of("Draw fewer conditional flows, or fewer boundary events, at one element."))));
        exploration.dead().stream().sorted(java.util.Comparator.comparingInt(Node::index)).forEach(node -> findings.add(Found.at(node, Rule.A12,
                "No run ever comes here.", Mend.of("Lead a flow here that can be taken, or take it away."))));
        return findings;
    }

    /** Of conditions that may hold together six are followed in every combination, of boundary events four are remembered apart. */
    private static boolean branchesTooFar(Node node) {
        return node.boundaries().size() > 4
                || node.kind() != Kind.XOR && node.outgoing().stream().filter(flow -> flow.condition() != Condition.ALWAYS).count() > 6;
    }

    private Finding finding(Exploration.Offence offence) {
        Breach breach = offence.breach();
        Node node = breach.node();
        return new Finding(rule(breach.kind()), Severity.ERROR, node.file(), node.id(), node.name(), message(breach), offence.trace(), Optional.of(mend(breach)));
    }

    private static Rule rule(Breach.Kind kind) {
        return switch (kind) {
            case NOT_ASSESSED, ASSESSED_BEFORE_A_CHANGE -> Rule.A1;
            case NOT_APPROVED, NOT_APPROVED_TWICE, NOT_AUTONOMOUS, REFUSED_YET_DONE, DONE_WHILE_ASKED -> Rule.A2;
            case TIER_OF_NO_MACHINE -> Rule.A3;
            case NOT_IN_REVERSE, ORDER_LEFT_OPEN, ROLLED_BACK_WITHOUT_IT, ENDED_UNVERIFIED -> Rule.A6;
            case CUT_OFF, WAY_BACK_LOST, ENDED_WITH_IT, ENDED_UNREVIEWED -> Rule.A7;
            case STUCK -> Rule.A12;
            case TOO_MANY_TOKENS -> Rule.BOUND;
        };
    }

    private String message(Breach breach) {
        String action = name(breach.action());
        String other = name(breach.other());
        return switch (breach.kind()) {
            case NOT_ASSESSED -> action + " can begin without ever having been assessed.";
            case ASSESSED_BEFORE_A_CHANGE -> action + " can begin on an assessment that was made before its last try, or before the last recommendation.";
            case NOT_APPROVED -> action + " can begin in tier APPROVE without an approval.";
            case NOT_APPROVED_TWICE -> action + " can begin in tier DUAL without both approvals.";
            case NOT_AUTONOMOUS -> action + " can begin unasked although it cannot be taken back safely.";
            case REFUSED_YET_DONE -> action + " can begin although a person refused it, or nobody answered in time.";
            case DONE_WHILE_ASKED -> action + " can begin while a person is still asked about it.";
            case TIER_OF_NO_MACHINE -> action + " can begin although policy answered " + Field.TIER.value(breach.value()) + ", in which no machine acts.";
            case CUT_OFF -> action + " can be interrupted here while it is under way; then nothing compensates an effect that it had.";
            case WAY_BACK_LOST -> action + " loses its compensation here although it is in effect.";
            case NOT_IN_REVERSE -> action + " is taken back here before " + other + ", which took effect after it.";
            case ORDER_LEFT_OPEN -> action + " and " + other + " are taken back here at once; in which order is left to chance.";
            case ROLLED_BACK_WITHOUT_IT -> "A roll back can end here while " + action + " is still in effect.";
            case ENDED_WITH_IT -> "The run can end here while " + action + " is in effect, without release, roll back or a decision to keep it.";
            case ENDED_UNVERIFIED -> "The run can end here after " + action + " was taken back, without comparing with the ledger.";
            case ENDED_UNREVIEWED -> "The run can end here although " + action + " is not seen to be as before, and no person has looked at it.";
            case STUCK -> "A run can get stuck here: nothing can happen any more, and it has not ended.";
            case TOO_MANY_TOKENS -> "More tokens can come here at once than are followed.";
        };
    }

    private Mend mend(Breach breach) {
        return Mends.of(breach, net).orElseGet(() -> Mend.of(rule(breach.kind()).mend()));
    }

    private String name(Action action) {
        if (action == null) {
            return "An action";
        }
        return net.with(Duty.ACT, action).stream().map(Node::name).findFirst().map(name -> "'" + name + "'").orElse(action.activity());
    }

}
