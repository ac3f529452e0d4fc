package io.countersign.connector.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.ModifyRequest;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.TargetState;

/** Disables an account, and enables it again. */
final class DisableAccount implements DirectoryAction {

    private final Lookup lookup;
    private final Accounts accounts;

    DisableAccount(Lookup lookup, Accounts accounts) {
        this.lookup = lookup;
        this.accounts = accounts;
    }

    @Override
    public String actionType() {
        return "disable-account";
    }

    @Override
    public Seen see(LDAPInterface directory, ConnectorCall call) throws LDAPException {
        Entry account = lookup.account(directory, call.target());
        return new Seen(account, account.getDN(), accounts.state(account));
    }

    @Override
    public TargetState expected(TargetState prior) {
        return accounts.disabled();
    }

    @Override
    public ModifyRequest change(Seen seen, TargetState wanted) {
        return new ModifyRequest(seen.changes(), accounts.change(seen.account(), wanted));
    }
}
