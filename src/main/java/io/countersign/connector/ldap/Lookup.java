package io.countersign.connector.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.connector.TargetUnreadable;
import java.util.List;
import java.util.stream.Stream;

/** Finds the one entry that a name means, beneath the configured base and nowhere else. */
final class Lookup {

    /** Accounts have common names too. */
    private static final Filter A_GROUP = Filter.createORFilter(Stream.of("group", "groupOfNames", "groupOfUniqueNames", "groupOfMembers")
            .map(kind -> Filter.createEqualityFilter("objectClass", kind)).toList());

    private final LdapSettings settings;
    private final Accounts accounts;

    Lookup(LdapSettings settings, Accounts accounts) {
        this.settings = settings;
        this.accounts = accounts;
    }

    /** @throws TargetUnreadable unless there is exactly one, and it is not the account that Countersign itself uses */
    Entry account(LDAPInterface directory, Target target) throws LDAPException {
        if (target.kind() != TargetKind.ACCOUNT) {
            throw new TargetUnreadable("A directory acts on accounts, not on " + target);
        }
        String value = target.value();
        Entry account = one(directory, settings.userBase(), accounts.named(plainName(value)), "account '" + value + "'", accounts.lockAttribute());
        if (isOurs(directory, account)) {
            throw new TargetUnreadable("'" + value + "' is the account that Countersign itself uses: with it disabled there would be no way back");
        }
        return account;
    }

    /** @param group a DN, or a common name */
    Entry group(LDAPInterface directory, String group) throws LDAPException {
        String words = "group '" + group + "'";
        if (!DN.isValidDN(group) || !group.contains("=")) {
            return one(directory, settings.groupBase(), Filter.createANDFilter(A_GROUP, Filter.createORFilter(
                    Filter.createEqualityFilter("cn", group), Filter.createEqualityFilter("sAMAccountName", group))), words,
                    SearchRequest.NO_ATTRIBUTES);
        }
        if (!DN.isDescendantOf(group, settings.groupBase(), false)) {
            throw new TargetUnreadable("The " + words + " is not beneath " + settings.groupBase() + ", where groups may be touched");
        }
        Entry found = directory.getEntry(group, SearchRequest.NO_ATTRIBUTES);
        if (found == null) {
            throw new TargetUnreadable("The directory knows no " + words);
        }
        return found;
    }

    private static Entry one(LDAPInterface directory, String base, Filter filter, String words, String attribute) throws LDAPException {
        SearchRequest request = new SearchRequest(base, SearchScope.SUB, filter, attribute);
        request.setSizeLimit(2);
        List<SearchResultEntry> found = search(directory, request);
        if (found.isEmpty()) {
            throw new TargetUnreadable("The directory knows no " + words + " beneath " + base);
        }
        if (found.size() > 1) {
            throw new TargetUnreadable("The directory knows more than one " + words + " beneath " + base + ": name it exactly");
        }
        return found.get(0);
    }

    /** As many as the size limit allows; more of them are no failure. */
    static List<SearchResultEntry> search(LDAPInterface directory, SearchRequest request) throws LDAPException {
        try {
            return directory.search(request).getSearchEntries();
        } catch (LDAPSearchException more) {
            if (more.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
                return more.getSearchEntries();
            }
            throw more;
        }
    }

    private String plainName(String value) {
        int backslash = value.indexOf('\\');
        if (backslash < 0) {
            return value;
        }
        if (settings.netbiosDomain() == null || !value.substring(0, backslash).equalsIgnoreCase(settings.netbiosDomain())) {
            throw new TargetUnreadable("'" + value + "' is of a domain that this connector does not know. "
                    + "Set countersign.connector.ldap.netbios-domain if it is the same directory");
        }
        return value.substring(backslash + 1);
    }

    /** Active Directory also lets one in by {@code user@domain} or a name with its domain before it, and one account has several names: entries are compared, not names. */
    private boolean isOurs(LDAPInterface directory, Entry account) throws LDAPException {
        String bound = settings.bindDn();
        if (DN.isValidDN(bound)) {
            return DN.equals(account.getDN(), bound);
        }
        SearchRequest ours = new SearchRequest(settings.userBase(), SearchScope.SUB, accounts.named(bound.substring(bound.indexOf('\\') + 1)),
                SearchRequest.NO_ATTRIBUTES);
        ours.setSizeLimit(2);
        for (SearchResultEntry one : search(directory, ours)) {
            if (DN.equals(account.getDN(), one.getDN())) {
                return true;
            }
        }
        return false;
    }
}
