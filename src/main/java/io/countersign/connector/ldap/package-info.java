/** LDAP directories and Active Directory as a connector; it never speaks without TLS, and changes nothing but a lock and a membership. */
package io.countersign.connector.ldap;
