package io.countersign.connector.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;

/** Finds out, without changing anything, whether Countersign's account may write an attribute. */
interface WriteRights {

    enum Seen { GRANTED, MISSING, UNKNOWN_ATTRIBUTE, UNCLEAR }

    Seen on(LDAPInterface directory, String entry, String attribute) throws LDAPException;
}
