package io.countersign.connector.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import io.countersign.connector.TargetState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Accounts that one value of one attribute disables, such as OpenLDAP's {@code pwdAccountLockedTime}. Another value there, a
 * lock after wrong passwords, is part of the state: it is replaced while ours holds and put back afterwards.
 */
final class LockAttributeAccounts implements Accounts {

    private final String attribute;
    private final String locked;

    LockAttributeAccounts(String attribute, String locked) {
        this.attribute = attribute;
        this.locked = locked;
    }

    @Override
    public Filter named(String name) {
        return Filter.createANDFilter(any(), Filter.createORFilter(
                Filter.createEqualityFilter("uid", name), Filter.createEqualityFilter("mail", name)));
    }

    @Override
    public Filter any() {
        return Filter.createORFilter(Filter.createEqualityFilter("objectClass", "person"),
                Filter.createEqualityFilter("objectClass", "account"), Filter.createEqualityFilter("objectClass", "posixAccount"));
    }

    @Override
    public String lockAttribute() {
        return attribute;
    }

    @Override
    public TargetState state(Entry account) {
        String value = account.getAttributeValue(attribute);
        if (value == null) {
            return TargetState.of("enabled", "true");
        }
        return value.equals(locked) ? disabled() : TargetState.of(Map.of("enabled", "true", attribute, value));
    }

    @Override
    public TargetState disabled() {
        return TargetState.of("enabled", "false");
    }

    @Override
    public List<Modification> change(Entry read, TargetState wanted) {
        String before = read.getAttributeValue(attribute);
        String after = wanted.equals(disabled()) ? locked : wanted.attributes().get(attribute);
        List<Modification> changes = new ArrayList<>();
        if (before != null) {
            changes.add(new Modification(ModificationType.DELETE, attribute, before));
        }
        if (after != null) {
            changes.add(new Modification(ModificationType.ADD, attribute, after));
        }
        return changes;
    }
}
