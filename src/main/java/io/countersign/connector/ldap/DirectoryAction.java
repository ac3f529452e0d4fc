package io.countersign.connector.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.ModifyRequest;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.SingleOrder;
import io.countersign.connector.TargetState;

/** One thing that can be done to a directory and taken back. */
interface DirectoryAction {

    String actionType();

    /** @throws io.countersign.connector.TargetUnreadable if what the call names is not there exactly once */
    Seen see(LDAPInterface directory, ConnectorCall call) throws LDAPException;

    TargetState expected(TargetState prior);

    /** What turns the target as it was seen into the wanted state, and fails at the directory if it is no longer as it was seen. */
    ModifyRequest change(Seen seen, TargetState wanted);

    /** The account and the state that the action is about. {@code changes} is the DN of the entry that a change would be made to. */
    record Seen(Entry account, String changes, TargetState state) implements SingleOrder.Seen {
    }
}
