package io.countersign.connector;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A domain name as DNS carries it: lower-case ASCII without a final dot, at least two labels.
 *
 * <p>Java's IDN follows the older standard (RFC 3490), by which some characters become other ones: where the two standards differ, the name
 * could be that of somebody else, so it is refused and has to be given in ASCII.
 */
public record DomainName(String ascii) {

    private static final int LONGEST = 253;
    private static final Pattern LABELS = Pattern.compile("(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile(".*\\.(?:\\d+|0x[0-9a-f]*)");
    private static final Pattern AMBIGUOUS = Pattern.compile("[\\u00df\\u1e9e\\u03c2\\u200c\\u200d]");

    public DomainName {
        if (ascii.length() > LONGEST || !LABELS.matcher(ascii).matches() || NUMBER.matcher(ascii).matches()) {
            throw new TargetUnreadable("'" + ascii + "' is not a domain name of at least two labels");
        }
    }

    /** @throws TargetUnreadable if it is no such name, with words for people */
    public static DomainName of(String name) {
        if (AMBIGUOUS.matcher(name).find()) {
            throw new TargetUnreadable("'" + name + "' means different names by the older and the newer standard for international names. Give it in ASCII (xn--…)");
        }
        try {
            String ascii = IDN.toASCII(name.strip()).toLowerCase(Locale.ROOT);
            return new DomainName(ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii);
        } catch (IllegalArgumentException notAName) {
            throw new TargetUnreadable("'" + name + "' is not a domain name: " + notAName.getMessage(), notAName);
        }
    }

    @Override
    public String toString() {
        return ascii;
    }
}
