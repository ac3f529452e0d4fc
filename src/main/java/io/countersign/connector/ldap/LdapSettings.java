package io.countersign.connector.ldap;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the directory connector. Without {@code url} there is none. Starting is refused rather than speaking without TLS.
 *
 * @param url             {@code ldaps://dc1.example.org:636}, or {@code ldap://dc1.example.org:389} with {@code startTls}; the name is checked against the certificate
 * @param startTls        begin in the clear and switch to TLS before anything is said; false by default
 * @param caFile          PEM file of the authorities to trust; empty for those of the Java runtime
 * @param bindDn          the account that Countersign uses; it needs to write the lock and the membership, and nothing else
 * @param password        its password, best from the environment ({@code COUNTERSIGN_CONNECTOR_LDAP_PASSWORD})
 * @param passwordFile    or a file whose first line is the password
 * @param flavour         how accounts are found and disabled
 * @param userBase        DN beneath which accounts may be touched
 * @param groupBase       DN beneath which groups may be touched
 * @param netbiosDomain   short domain name, so that {@code DOMAIN\name} is understood; empty refuses such names
 * @param lockAttribute   RFC2307 only: attribute that disables an account; {@code pwdAccountLockedTime} of OpenLDAP's password policy by default
 * @param lockValue       RFC2307 only: its value for "until somebody unlocks it"; {@code 000001010000Z} by default
 * @param memberAttribute attribute of a group that holds the DNs of members; {@code member} by default
 * @param connectTimeout  until a connection stands, 5 seconds by default
 * @param responseTimeout until an answer counts as lost, 10 seconds by default
 * @param connections     most connections at a time, 1 to 64; 8 by default
 */
@ConfigurationProperties("countersign.connector.ldap")
public record LdapSettings(URI url, @DefaultValue("false") boolean startTls, Path caFile, String bindDn, String password, Path passwordFile,
                           @DefaultValue("ACTIVE_DIRECTORY") Flavour flavour, String userBase, String groupBase, String netbiosDomain,
                           @DefaultValue("pwdAccountLockedTime") String lockAttribute, @DefaultValue("000001010000Z") String lockValue,
                           @DefaultValue("member") String memberAttribute, @DefaultValue("5s") Duration connectTimeout,
                           @DefaultValue("10s") Duration responseTimeout, @DefaultValue("8") int connections) {

    /** What a directory calls an account, and how it disables one. */
    public enum Flavour {
        /** {@code sAMAccountName} or {@code userPrincipalName}; the bit ACCOUNTDISABLE of {@code userAccountControl}. */
        ACTIVE_DIRECTORY,
        /** {@code uid} or {@code mail}; a lock attribute, such as that of OpenLDAP's password policy. */
        RFC2307
    }

    public LdapSettings {
        if (url != null) {
            String scheme = String.valueOf(url.getScheme());
            check(scheme.equals("ldaps") || scheme.equals("ldap"), "url", "must begin with ldaps:// or ldap://");
            check(url.getHost() != null, "url", "must name a host");
            check(scheme.equals("ldaps") != startTls, "url", startTls ? "begins with ldaps:// already: leave start-tls out"
                    : "would send passwords in the clear: use ldaps://, or set start-tls to true");
            check(filled(bindDn), "bind-dn", "must name the account that Countersign uses");
            check(filled(password) != (passwordFile != null), "password", "or password-file must be given, and not both");
            check(filled(userBase), "user-base", "must name the DN beneath which accounts may be touched");
            check(filled(groupBase), "group-base", "must name the DN beneath which groups may be touched");
            check(connections >= 1 && connections <= 64, "connections", "must lie between 1 and 64");
            check(sane(connectTimeout), "connect-timeout", "must lie between 100 ms and 5 minutes");
            check(sane(responseTimeout), "response-timeout", "must lie between 100 ms and 5 minutes");
        }
    }

    int port() {
        return url.getPort() > 0 ? url.getPort() : url.getScheme().equals("ldaps") ? 636 : 389;
    }

    String readPassword() {
        if (passwordFile == null) {
            return password;
        }
        try {
            return Files.readString(passwordFile).lines().findFirst().filter(LdapSettings::filled)
                    .orElseThrow(() -> refused("password-file", "is empty: its first line must be the password"));
        } catch (IOException unreadable) {
            throw refused("password-file", "cannot be read: " + passwordFile);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "LdapSettings[url=" + url + ", bindDn=" + bindDn + ", flavour=" + flavour + "]";
    }

    static IllegalArgumentException refused(String setting, String why) {
        return new IllegalArgumentException("countersign.connector.ldap." + setting + " " + why);
    }

    private static void check(boolean holds, String setting, String why) {
        if (!holds) {
            throw refused(setting, why);
        }
    }

    private static boolean filled(String text) {
        return text != null && !text.isBlank();
    }

    private static boolean sane(Duration time) {
        return time.compareTo(Duration.ofMillis(100)) >= 0 && time.compareTo(Duration.ofMinutes(5)) <= 0;
    }
}
