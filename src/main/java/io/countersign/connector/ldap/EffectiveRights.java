package io.countersign.connector.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import java.util.stream.Stream;

/** Asks Active Directory, which computes for each entry what the bound account may write. */
final class EffectiveRights implements WriteRights {

    private static final String WRITABLE = "allowedAttributesEffective";

    @Override
    public Seen on(LDAPInterface directory, String entry, String attribute) throws LDAPException {
        Entry computed = directory.getEntry(entry, WRITABLE);
        if (computed == null) {
            return Seen.UNCLEAR;
        }
        String[] writable = computed.getAttributeValues(WRITABLE);
        return writable != null && Stream.of(writable).anyMatch(attribute::equalsIgnoreCase) ? Seen.GRANTED : Seen.MISSING;
    }
}
