package io.countersign.faults.target;

import io.countersign.faults.target.Entry.Happened;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How the targets are. It honours idempotency keys as good products do: a key that was called off does nothing any more, and an undo is done once. */
final class World {

    static final String NATURAL = "no";

    private final Map<String, Map<String, String>> targets = new HashMap<>();
    private final Set<String> deliveries = new HashSet<>();
    private final Set<String> acted = new HashSet<>();
    private final Set<String> undone = new HashSet<>();
    private final Journal journal;

    World(Journal journal) {
        this.journal = journal;
    }

    synchronized Map<String, String> look(String target) {
        return Map.copyOf(targets.getOrDefault(target, Map.of()));
    }

    /** Does what arrived. */
    synchronized Entry arrives(Order order, String fault) {
        String before = targets.getOrDefault(order.target(), Map.of()).getOrDefault(order.attribute(), NATURAL);
        Happened happened = happens(order, before);
        if (happened == Happened.EFFECT) {
            targets.computeIfAbsent(order.target(), none -> new HashMap<>()).put(order.attribute(), order.to());
        }
        return journal.write(happened, fault, order, before, happened == Happened.EFFECT ? order.to() : before);
    }

    private Happened happens(Order order, String before) {
        if (!deliveries.add(order.delivery())) {
            return Happened.DUPLICATE;
        }
        return order.act() ? acts(order, before) : undoes(order, before);
    }

    private Happened acts(Order order, String before) {
        if (undone.contains(order.run())) {
            return Happened.CALLED_OFF;
        }
        if (!acted.add(order.run())) {
            return Happened.SECOND;
        }
        return before.equals(order.to()) ? Happened.NOTHING : Happened.EFFECT;
    }

    private Happened undoes(Order order, String before) {
        if (undone.contains(order.run())) {
            return Happened.DUPLICATE;
        }
        if (!before.equals(order.from()) && !before.equals(order.to())) {
            return Happened.STRANGERS;
        }
        undone.add(order.run());
        return before.equals(order.to()) || !acted.contains(order.run()) ? Happened.NOTHING : Happened.EFFECT;
    }

    synchronized void byHand(Order order) {
        String before = targets.computeIfAbsent(order.target(), none -> new HashMap<>()).getOrDefault(order.attribute(), NATURAL);
        targets.get(order.target()).put(order.attribute(), order.to());
        journal.write(Happened.BY_HAND, "stranger", order, before, order.to());
    }

    void note(Happened happened, String fault, Order order) {
        String now = look(order.target()).getOrDefault(order.attribute(), NATURAL);
        journal.write(happened, fault, order, now, now);
    }
}
