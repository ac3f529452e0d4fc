package io.countersign.connector.rpz;

import io.countersign.agent.Credential;
import io.countersign.connector.Answer;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.SingleOrder;
import io.countersign.connector.TargetState;
import java.util.function.BooleanSupplier;

/** Orders at the zone, in the way of {@link SingleOrder}: by what the zone itself says, not the resolver, which may be behind. */
final class ZoneOrders {

    private static final TargetState FREE = state(Primary.Standing.NONE);
    private static final TargetState BLOCKED = state(Primary.Standing.BLOCKED);

    private final PolicyZone zone;
    private final Primary primary;
    private final SingleOrder orders;

    ZoneOrders(PolicyZone zone, Primary primary, SingleOrder orders) {
        this.zone = zone;
        this.primary = primary;
        this.orders = orders;
    }

    Answer block(PolicyZone.Entry entry, ConnectorCall call, Credential credential) {
        return orders.act(call, credential, subject(entry, call));
    }

    /** An entry is made only where there was none, so that is what it is taken back to. */
    Answer free(PolicyZone.Entry entry, ConnectorCall call, Credential credential) {
        return orders.undo(call, FREE, credential, subject(entry, call));
    }

    private SingleOrder.Subject<Seen> subject(PolicyZone.Entry entry, ConnectorCall call) {
        return new SingleOrder.Subject<>() {
            @Override
            public Seen look() {
                return new Seen(primary.look(entry));
            }

            @Override
            public TargetState expected(TargetState prior) {
                return BLOCKED;
            }

            @Override
            public Answer act(Seen seen, BooleanSupplier late) {
                return primary.send(zone.add(entry, call), late);
            }

            @Override
            public Answer undo(Seen seen, TargetState prior) {
                return primary.send(zone.remove(entry, call), () -> false);
            }
        };
    }

    private static TargetState state(Primary.Standing standing) {
        return TargetState.of("entry", standing.name());
    }

    private record Seen(Primary.Standing standing) implements SingleOrder.Seen {

        @Override
        public TargetState state() {
            return ZoneOrders.state(standing);
        }
    }
}
