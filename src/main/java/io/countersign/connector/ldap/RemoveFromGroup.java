package io.countersign.connector.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.TargetState;
import io.countersign.connector.TargetUnreadable;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes exactly one direct membership away, and gives it back. A membership through another group, or through Active
 * Directory's primary group, is none that the directory would let us remove here, and reads as {@code member=false}.
 */
final class RemoveFromGroup implements DirectoryAction {

    private final Lookup lookup;
    private final String memberAttribute;

    RemoveFromGroup(Lookup lookup, String memberAttribute) {
        this.lookup = lookup;
        this.memberAttribute = memberAttribute;
    }

    @Override
    public String actionType() {
        return "remove-from-group";
    }

    @Override
    public Seen see(LDAPInterface directory, ConnectorCall call) throws LDAPException {
        String named = call.parameters().get("group");
        if (named == null || named.isBlank()) {
            throw new TargetUnreadable("The action 'remove-from-group' needs the parameter 'group': a name or a DN");
        }
        Entry account = lookup.account(directory, call.target());
        String group = lookup.group(directory, named).getDN();
        String member = String.valueOf(isMember(directory, group, account.getDN()));
        return new Seen(account, group, TargetState.of(Map.of("group", group, "member", member)));
    }

    @Override
    public TargetState expected(TargetState prior) {
        Map<String, String> removed = new TreeMap<>(prior.attributes());
        removed.put("member", "false");
        return TargetState.of(removed);
    }

    @Override
    public ModifyRequest change(Seen seen, TargetState wanted) {
        ModificationType type = wanted.attributes().get("member").equals("true") ? ModificationType.ADD : ModificationType.DELETE;
        return new ModifyRequest(seen.changes(), new Modification(type, memberAttribute, seen.account().getDN()));
    }

    /** Asked, not listed: a big group shows only part of its members. A group without any has no such attribute. */
    private boolean isMember(LDAPInterface directory, String group, String account) throws LDAPException {
        try {
            return directory.compare(group, memberAttribute, account).compareMatched();
        } catch (LDAPException answered) {
            if (answered.getResultCode().equals(ResultCode.NO_SUCH_ATTRIBUTE)) {
                return false;
            }
            throw answered;
        }
    }
}
