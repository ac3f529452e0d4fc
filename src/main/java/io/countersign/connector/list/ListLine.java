package io.countersign.connector.list;

import io.countersign.action.Target;
import io.countersign.connector.DomainName;
import io.countersign.connector.TargetUnreadable;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The one line that means a target, in the form that consumers expect. Two spellings of the same target are the same line, and no value,
 * however hostile, is more than one line or a wildcard.
 *
 * @param text  what is served
 * @param shown what people and the ledger are shown: of a hash, with its algorithm
 */
record ListLine(String text, String shown) {

    private static final Pattern ONE_LINE = Pattern.compile("[\\x21-\\x7e]{1,2048}");
    private static final Map<Integer, String> ALGORITHMS = Map.of(32, "md5", 40, "sha1", 64, "sha256");
    private static final Pattern HASH = Pattern.compile("(?:(md5|sha-?1|sha-?256)[:=])?([0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})");

    ListLine {
        if (!ONE_LINE.matcher(text).matches()) {
            throw new TargetUnreadable("'" + shown + "' cannot be written as one line of a list");
        }
    }

    /** @throws TargetUnreadable with words for people, if the target cannot be an entry of this list */
    static ListLine of(ListKind list, Target target) {
        if (target.kind() != list.target()) {
            throw new TargetUnreadable("The list of kind " + list + " takes no " + target);
        }
        String value = target.value().strip();
        return switch (list) {
            case ADDRESS -> plain(ListedNetwork.of(value).toString());
            case DOMAIN -> plain(DomainName.of(value).ascii());
            case URL -> plain(ListedUrl.of(value));
            case HASH -> hash(value);
        };
    }

    private static ListLine plain(String text) {
        return new ListLine(text, text);
    }

    private static ListLine hash(String value) {
        var parts = HASH.matcher(value.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new TargetUnreadable("'" + value + "' is no MD5, SHA-1 or SHA-256 in hexadecimal, which are what consumers of a list know");
        }
        String algorithm = ALGORITHMS.get(parts.group(2).length());
        if (parts.group(1) != null && !parts.group(1).replace("-", "").equals(algorithm)) {
            throw new TargetUnreadable("'" + value + "' says " + parts.group(1) + " and has the length of " + algorithm);
        }
        return new ListLine(parts.group(2), algorithm + ":" + parts.group(2));
    }
}
