package io.countersign.proof.explore;

import io.countersign.action.RiskTier;
import io.countersign.proof.Step;
import io.countersign.proof.net.Action;
import io.countersign.proof.net.Duty;
import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import io.countersign.proof.net.Slice;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Explores everything one playbook could do: once the whole net without looking at any action, for what is dead, stuck or endless; then
 * for each action the part of the net that matters to it; then those pairs of actions that a throw could take back in the wrong order.
 * What is not looked at is always taken every way, so nothing is lost; how few states that takes is the point of it.
 */
public final class Exploration {

    /** Something that must not happen, with a shortest way to it. */
    public record Offence(Breach breach, List<Step> trace) {
    }

    private final Net net;
    private final Budget budget;
    private final Map<Breach, Offence> offences = new LinkedHashMap<>();
    private final Map<Action, Map<RiskTier, Integer>> entries = new HashMap<>();
    private final Set<Node> dead = new HashSet<>();
    private boolean complete = true;

    private Exploration(Net net, Budget budget) {
        this.net = net;
        this.budget = budget;
    }

    public static Exploration of(Net net, Budget budget) {
        Exploration exploration = new Exploration(net, budget);
        boolean crossing = exploration.whole(new View(List.of(), exploration.lasting(), false, true));
        net.actions().forEach(exploration::action);
        exploration.complete &= new Pairs(net).each(crossing, exploration::pair);
        return exploration;
    }

    /** Follows everything at once and takes every order of steps; only for small playbooks, to test the other way against. */
    static Exploration full(Net net, Budget budget) {
        Exploration exploration = new Exploration(net, budget);
        exploration.whole(new View(net.actions(), exploration.lasting(), false, false));
        return exploration;
    }

    private int lasting() {
        return (int) net.actions().stream().filter(Action::lasting).count();
    }

    private boolean whole(View view) {
        Explorer.Result result = new Explorer(net, view, budget).explore();
        complete &= result.complete();
        result.found().forEach(found -> add(found, Telling.steps(found.way(), null), result.after()));
        if (result.complete()) {
            net.nodes().stream().filter(node -> isDead(node, result)).forEach(dead::add);
        }
        return result.crossing();
    }

    private boolean isDead(Node node, Explorer.Result result) {
        return switch (node.kind()) {
            case EVENT_SCOPE -> node.inside().starts().stream().noneMatch(start -> result.visited().get(start.index()));
            case BOUNDARY -> node.trigger() != io.countersign.proof.net.Trigger.COMPENSATION && !result.visited().get(node.index());
            default -> !result.visited().get(node.index()) && !handles(node, result);
        };
    }

    /** Handlers are not played where no action is followed; one is alive if its activity is. */
    private boolean handles(Node node, Explorer.Result result) {
        for (Node at = node; at != null; at = at.scope().host()) {
            Node handler = at;
            if (handler.forCompensation()) {
                return net.nodes().stream().anyMatch(host -> host.handler() == handler && result.visited().get(host.index()));
            }
        }
        return false;
    }

    private void action(Action action) {
        Slice slice = new Slice(net, action);
        Explorer.Result result = new Explorer(slice.net(), new View(List.of(action), lasting(), false, true), budget).explore();
        complete &= result.complete();
        result.found().forEach(found -> add(found, Telling.steps(found.way(), slice), result.after()));
        entries.put(action, result.entries().levels());
        if (result.complete()) {
            slice.net().nodes().stream().filter(node -> node.kind() != Kind.REGION && node.action() == action && node.duty() != Duty.UNDO)
                    .filter(node -> !result.visited().get(node.index()))
                    .forEach(node -> net.nodes().stream().filter(whole -> whole.id().equals(node.id()) && whole.file().equals(node.file())).forEach(dead::add));
        }
    }

    private void pair(Action one, Action other) {
        Explorer.Result result = new Explorer(net, new View(List.of(one, other), lasting(), true, true), budget).explore();
        complete &= result.complete();
        result.found().stream().filter(found -> found.breach().other() != null).forEach(found -> add(found, Telling.steps(found.way(), null), result.after()));
    }

    /** Two effects that can come in either order have no reverse that a playbook could draw. */
    private void add(Explorer.Found found, List<Step> trace, Set<Game.After> after) {
        Breach breach = found.breach();
        boolean eitherOrder = breach.kind() == Breach.Kind.NOT_IN_REVERSE && after.contains(new Game.After(breach.action(), breach.other()));
        if (!eitherOrder) {
            Breach key = new Breach(breach.kind(), node(breach.node()), breach.action(), breach.other(), breach.value());
            offences.merge(key, new Offence(key, trace), (had, has) -> has.trace().size() < had.trace().size() ? has : had);
        }
    }

    private Node node(Node seen) {
        return net.nodes().stream().filter(node -> node.id().equals(seen.id()) && node.file().equals(seen.file())).findFirst().orElse(seen);
    }

    public List<Offence> offences() {
        return List.copyOf(offences.values());
    }

    /** Nodes that no run ever comes to. Empty if the exploration was not complete. */
    public Set<Node> dead() {
        return dead;
    }

    /** The tiers in which the action can begin; bit 0 with its first approval, bit 1 with its second. */
    public Map<RiskTier, Integer> entries(Action action) {
        return entries.getOrDefault(action, Map.of());
    }

    /** Activities of the lasting actions that can come before it. */
    public Set<String> earlier(Action action) {
        Pairs pairs = new Pairs(net);
        return net.nodes().stream().filter(node -> node.duty() == Duty.ACT && node.action() != null && node.action() != action && node.action().lasting())
                .filter(node -> net.with(Duty.ACT, action).stream().anyMatch(element -> pairs.before(element).get(node.index())))
                .map(Node::id).collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
    }

    public boolean complete() {
        return complete;
    }
}
