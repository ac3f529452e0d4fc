package io.countersign.connector.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.Modification;
import io.countersign.connector.TargetState;
import java.util.List;

/** How one kind of directory names its accounts and disables them. */
interface Accounts {

    /** Matches the account of this name, with every character of the name taken literally. */
    Filter named(String name);

    Filter any();

    /** The attribute whose writing disables. */
    String lockAttribute();

    /** @throws io.countersign.connector.TargetUnreadable if the attribute should be there and is not shown to us */
    TargetState state(Entry account);

    TargetState disabled();

    /** What turns the account as it was read into the wanted state, and fails if it is no longer as it was read. */
    List<Modification> change(Entry read, TargetState wanted);
}
