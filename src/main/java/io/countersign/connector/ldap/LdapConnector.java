package io.countersign.connector.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import io.countersign.agent.Credential;
import io.countersign.connector.Answer;
import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.NoConnector;
import io.countersign.connector.SelfCheck;
import io.countersign.connector.SingleOrder;
import io.countersign.connector.TargetState;
import io.countersign.connector.TargetUnreadable;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A directory as a connector: it looks, redeems, and sends one change that the directory itself refuses if the entry is no
 * longer as it was seen.
 */
final class LdapConnector implements Connector, AutoCloseable {

    static final String ID = "ldap";

    private final Directory directory;
    private final Map<String, DirectoryAction> actions;
    private final DirectoryCheck check;
    private final SingleOrder orders;

    LdapConnector(Directory directory, Map<String, DirectoryAction> actions, DirectoryCheck check, SingleOrder orders) {
        this.directory = directory;
        this.actions = Map.copyOf(actions);
        this.check = check;
        this.orders = orders;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Directory (LDAP)";
    }

    @Override
    public boolean sandbox() {
        return false;
    }

    @Override
    public Set<String> actionTypes() {
        return actions.keySet();
    }

    @Override
    public TargetState capture(ConnectorCall call) {
        return see(call).state();
    }

    @Override
    public TargetState expected(ConnectorCall call, TargetState prior) {
        return action(call).expected(prior);
    }

    @Override
    public Answer act(ConnectorCall call, Credential credential) {
        return orders.act(call, credential, subject(call));
    }

    @Override
    public Answer undo(ConnectorCall call, TargetState prior, Credential credential) {
        return orders.undo(call, prior, credential, subject(call));
    }

    @Override
    public SelfCheck check() {
        return check.run();
    }

    @Override
    public void close() {
        directory.close();
    }

    private SingleOrder.Subject<DirectoryAction.Seen> subject(ConnectorCall call) {
        DirectoryAction action = action(call);
        return new SingleOrder.Subject<>() {
            @Override
            public DirectoryAction.Seen look() {
                return see(call);
            }

            @Override
            public TargetState expected(TargetState prior) {
                return action.expected(prior);
            }

            @Override
            public Answer act(DirectoryAction.Seen seen, BooleanSupplier late) {
                return directory.send(action.change(seen, action.expected(seen.state())), late);
            }

            @Override
            public Answer undo(DirectoryAction.Seen seen, TargetState prior) {
                return directory.send(action.change(seen, prior), () -> false);
            }
        };
    }

    private DirectoryAction.Seen see(ConnectorCall call) {
        try {
            return action(call).see(directory.reader(), call);
        } catch (LDAPException unreadable) {
            throw new TargetUnreadable("The directory could not be read: " + DirectoryWords.of(unreadable), unreadable);
        }
    }

    private DirectoryAction action(ConnectorCall call) {
        DirectoryAction action = actions.get(call.actionType());
        if (action == null) {
            throw new NoConnector("The directory connector cannot do '" + call.actionType() + "'");
        }
        return action;
    }
}
