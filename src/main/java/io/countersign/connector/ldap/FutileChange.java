package io.countersign.connector.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;

/**
 * Asks a directory that computes no rights, by deleting a value that no entry can hold. A directory checks the right before
 * it looks for the value: "no such value" means that the right is there, and in no case is anything changed.
 */
final class FutileChange implements WriteRights {

    private static final String NO_MEMBER = "cn=countersign-self-check";
    private static final String NO_TIME = "19700101000000Z";

    private final String memberAttribute;

    FutileChange(String memberAttribute) {
        this.memberAttribute = memberAttribute;
    }

    @Override
    public Seen on(LDAPInterface directory, String entry, String attribute) {
        try {
            directory.modify(entry, new Modification(ModificationType.DELETE, attribute, attribute.equals(memberAttribute) ? NO_MEMBER : NO_TIME));
            return Seen.UNCLEAR;
        } catch (LDAPException answered) {
            return seen(answered.getResultCode());
        }
    }

    private static Seen seen(ResultCode code) {
        if (code.equals(ResultCode.NO_SUCH_ATTRIBUTE)) {
            return Seen.GRANTED;
        }
        if (code.equals(ResultCode.INSUFFICIENT_ACCESS_RIGHTS)) {
            return Seen.MISSING;
        }
        return code.equals(ResultCode.UNDEFINED_ATTRIBUTE_TYPE) ? Seen.UNKNOWN_ATTRIBUTE : Seen.UNCLEAR;
    }
}
