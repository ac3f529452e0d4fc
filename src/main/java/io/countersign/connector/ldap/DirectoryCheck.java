package io.countersign.connector.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import io.countersign.connector.SelfCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks on the directory whether the connector could work now: bound, both bases readable, lock and membership writable on a sample of each. */
final class DirectoryCheck {

    private final Directory directory;
    private final LdapSettings settings;
    private final Accounts accounts;
    private final WriteRights rights;

    DirectoryCheck(Directory directory, LdapSettings settings, Accounts accounts, WriteRights rights) {
        this.directory = directory;
        this.settings = settings;
        this.accounts = accounts;
        this.rights = rights;
    }

    SelfCheck run() {
        Findings findings = new Findings();
        try (LDAPConnection connection = directory.fresh()) {
            look(connection, findings, settings.userBase(), accounts.any(), accounts.lockAttribute());
            look(connection, findings, settings.groupBase(), Filter.createPresenceFilter(settings.memberAttribute()), settings.memberAttribute());
        } catch (LDAPException refused) {
            findings.missing("Cannot connect and bind as " + settings.bindDn() + ": " + DirectoryWords.of(refused));
        } catch (RuntimeException unexpected) {
            findings.missing("The self-check itself failed: " + unexpected.getClass().getSimpleName());
        }
        return findings.done();
    }

    private void look(LDAPConnection connection, Findings findings, String base, Filter kind, String attribute) {
        try {
            Optional<String> sample = sample(connection, base, kind);
            if (sample.isEmpty()) {
                findings.note("No entry beneath " + base + " to try the right to write " + attribute + " on");
                return;
            }
            judge(rights.on(connection, sample.get(), attribute), findings, attribute, base + " (seen on " + sample.get() + ")");
        } catch (LDAPException unreadable) {
            findings.missing("Cannot read beneath " + base + ": " + DirectoryWords.of(unreadable));
        }
    }

    private static void judge(WriteRights.Seen seen, Findings findings, String attribute, String base) {
        switch (seen) {
            case GRANTED -> { }
            case MISSING -> findings.missing("No right to write " + attribute + " beneath " + base + ". Grant it to Countersign's account");
            case UNKNOWN_ATTRIBUTE -> findings.missing("The directory has no attribute " + attribute
                    + ". Load the schema or overlay that brings it, or name another");
            case UNCLEAR -> findings.note("Whether " + attribute + " beneath " + base + " can be written could not be seen");
        }
    }

    /** Any entry of the kind but Countersign's own, on which it may have other rights. */
    private Optional<String> sample(LDAPConnection connection, String base, Filter kind) throws LDAPException {
        SearchRequest request = new SearchRequest(base, SearchScope.SUB, kind, SearchRequest.NO_ATTRIBUTES);
        request.setSizeLimit(2);
        return Lookup.search(connection, request).stream().map(SearchResultEntry::getDN)
                .filter(dn -> !dn.equalsIgnoreCase(settings.bindDn())).findFirst();
    }

    /** What is missing makes it unusable; what could not be seen is told and does not. */
    private static final class Findings {

        private final List<String> told = new ArrayList<>();
        private boolean usable = true;

        void missing(String finding) {
            usable = false;
            told.add(finding);
        }

        void note(String finding) {
            told.add(finding);
        }

        SelfCheck done() {
            return new SelfCheck(usable, told);
        }
    }
}
