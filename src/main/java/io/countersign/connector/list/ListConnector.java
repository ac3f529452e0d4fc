package io.countersign.connector.list;

import io.countersign.agent.Credential;
import io.countersign.connector.Answer;
import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.Holding;
import io.countersign.connector.NoConnector;
import io.countersign.connector.SelfCheck;
import io.countersign.connector.TargetState;
import io.countersign.connector.TargetUnreadable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The external lists as a connector: an entry is on its list at once, and whoever pulls the list acts on it later; see {@link ListSettings.Effective}. */
@Component
@ConditionalOnBooleanProperty("countersign.connector.list.enabled")
class ListConnector implements Connector {

    static final String ID = "external-list";

    private final ListOrders orders;
    private final ListLook look;
    private final PullCheck check;

    ListConnector(ListOrders orders, ListLook look, PullCheck check) {
        this.orders = orders;
        this.look = look;
        this.check = check;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "External lists";
    }

    @Override
    public boolean sandbox() {
        return false;
    }

    @Override
    public Set<String> actionTypes() {
        return Stream.of(ListKind.values()).map(ListKind::actionType).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public TargetState capture(ConnectorCall call) {
        ListKind list = list(call);
        ListLine line = ListLine.of(list, call.target());
        return TargetState.of(Map.of("entry", line.shown(), look.attribute(), look.inEffect(list, line) ? "yes" : "no"));
    }

    @Override
    public TargetState expected(ConnectorCall call, TargetState prior) {
        Map<String, String> listed = new TreeMap<>(prior.attributes());
        listed.put(look.attribute(), "yes");
        return TargetState.of(listed);
    }

    @Override
    public Answer act(ConnectorCall call, Credential credential) {
        ListKind list = list(call);
        try {
            return orders.putOn(list, ListLine.of(list, call.target()), call, credential);
        } catch (TargetUnreadable noEntry) {
            return new Answer.Refused(noEntry.getMessage());
        }
    }

    /** The row of a run says by itself what is to be taken off, so what was before does not matter. */
    @Override
    public Answer undo(ConnectorCall call, TargetState prior, Credential credential) {
        ListKind list = list(call);
        try {
            return orders.takeOff(list, ListLine.of(list, call.target()), call, credential);
        } catch (TargetUnreadable noEntry) {
            return new Answer.Refused(noEntry.getMessage());
        }
    }

    @Override
    public Optional<List<Holding>> enumerate() {
        return Optional.of(look.holdings());
    }

    @Override
    public SelfCheck check() {
        return check.run();
    }

    private static ListKind list(ConnectorCall call) {
        return ListKind.ofAction(call.actionType()).orElseThrow(() -> new NoConnector("No external list is for '" + call.actionType() + "'"));
    }
}
