package io.countersign.connector.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import io.countersign.connector.TargetState;
import io.countersign.connector.TargetUnreadable;
import java.util.List;

/**
 * Accounts of Active Directory. Of {@code userAccountControl} only the bit ACCOUNTDISABLE is ever touched; deleting the very
 * value that was read and adding the new one makes the directory refuse if anybody changed it in between.
 */
final class ActiveDirectoryAccounts implements Accounts {

    private static final String CONTROL = "userAccountControl";
    private static final int ACCOUNTDISABLE = 0x2;

    @Override
    public Filter named(String name) {
        return Filter.createANDFilter(any(), Filter.createORFilter(
                Filter.createEqualityFilter("sAMAccountName", name), Filter.createEqualityFilter("userPrincipalName", name)));
    }

    @Override
    public Filter any() {
        return Filter.createANDFilter(Filter.createEqualityFilter("objectClass", "user"),
                Filter.createNOTFilter(Filter.createEqualityFilter("objectClass", "computer")));
    }

    @Override
    public String lockAttribute() {
        return CONTROL;
    }

    @Override
    public TargetState state(Entry account) {
        return TargetState.of("enabled", String.valueOf((control(account) & ACCOUNTDISABLE) == 0));
    }

    @Override
    public TargetState disabled() {
        return TargetState.of("enabled", "false");
    }

    @Override
    public List<Modification> change(Entry read, TargetState wanted) {
        int before = control(read);
        int after = wanted.equals(disabled()) ? before | ACCOUNTDISABLE : before & ~ACCOUNTDISABLE;
        return List.of(new Modification(ModificationType.DELETE, CONTROL, String.valueOf(before)),
                new Modification(ModificationType.ADD, CONTROL, String.valueOf(after)));
    }

    private static int control(Entry account) {
        Integer control = account.getAttributeValueAsInteger(CONTROL);
        if (control == null) {
            throw new TargetUnreadable("The directory does not show " + CONTROL + " of " + account.getDN()
                    + ". Grant Countersign's account the right to read it");
        }
        return control;
    }
}
