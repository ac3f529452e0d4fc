package io.countersign.connector.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import io.countersign.agent.Credential;
import io.countersign.agent.CredentialGrant.Verb;
import io.countersign.agent.CredentialVerifier;
import io.countersign.connector.Answer;
import io.countersign.connector.CallClaims;
import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.NoConnector;
import io.countersign.connector.SelfCheck;
import io.countersign.connector.TargetState;
import io.countersign.connector.TargetUnreadable;
import java.util.Map;
import java.util.Set;

/**
 * A directory as a connector: it looks, redeems, and sends one change that the directory itself refuses if the entry is no
 * longer as it was seen.
 */
final class LdapConnector implements Connector, AutoCloseable {

    static final String ID = "ldap";

    private final Directory directory;
    private final Map<String, DirectoryAction> actions;
    private final DirectoryCheck check;
    private final CallClaims claims;
    private final CredentialVerifier verifier;

    LdapConnector(Directory directory, Map<String, DirectoryAction> actions, DirectoryCheck check, CallClaims claims, CredentialVerifier verifier) {
        this.directory = directory;
        this.actions = Map.copyOf(actions);
        this.check = check;
        this.claims = claims;
        this.verifier = verifier;
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
        DirectoryAction action = action(call);
        DirectoryAction.Seen seen;
        try {
            seen = see(call);
        } catch (TargetUnreadable notThere) {
            return new Answer.Refused(notThere.getMessage());
        }
        TargetState wanted = action.expected(seen.state());
        boolean changes = !seen.state().equals(wanted);
        if (!claims.claim(ID, call, changes, credential)) {
            return new Answer.Lost("This was sent before under the same key and is not sent again: look at the target");
        }
        return changes ? directory.send(action.change(seen, wanted))
                : new Answer.Accepted(call.target() + " is so already; nothing was changed");
    }

    @Override
    public Answer undo(ConnectorCall call, TargetState prior, Credential credential) {
        DirectoryAction action = action(call);
        DirectoryAction.Seen seen;
        try {
            seen = see(call);
        } catch (TargetUnreadable notThere) {
            return new Answer.Refused(notThere.getMessage());
        }
        verifier.redeem(credential, Verb.UNDO, ID, call.digest(), call.target());
        if (!claims.mayHaveChanged(ID, call)) {
            return new Answer.Accepted("Nothing was changed under this key, so there is nothing to take back");
        }
        if (seen.state().equals(prior)) {
            return new Answer.Accepted(call.target() + " is as it was before");
        }
        return seen.state().equals(action.expected(prior)) ? directory.send(action.change(seen, prior))
                : new Answer.Refused("Somebody changed " + call.target() + " since: it is " + seen.state().attributes() + ". It was left alone");
    }

    @Override
    public SelfCheck check() {
        return check.run();
    }

    @Override
    public void close() {
        directory.close();
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
