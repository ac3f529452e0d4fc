package io.countersign.incident.intake;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one way each kind of name is written here, so that two products that mean the same thing say the same. Null: it is no such name. */
final class NameForms {

    private static final Pattern HOST = Pattern.compile("[a-z0-9_](?:[a-z0-9._-]{0,251}[a-z0-9_])?");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,253}");
    private static final Pattern NOT_IN_URLS = Pattern.compile("[^A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]");
    private static final Pattern BUCKET = Pattern.compile("(?:arn:aws[a-z-]*:s3:::|s3://|gs://)?([a-z0-9][a-z0-9._-]{1,221})(?:/.*)?");
    private static final Pattern AGENT = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    /** Beginnings of secrets that people paste where the id of a key belongs. */
    private static final Pattern SECRET = Pattern.compile("(?:gh[a-z]_|github_pat_|glpat-|xox[a-z]-|sk-|-----begin).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACEHOLDER = Pattern.compile("<[^<>]*>");
    private static final Set<String> COMMON_ACCOUNTS = Set.of("root", "system", "administrator", "admin", "guest", "nobody", "local service",
            "network service", "nt authority\\system", "nt authority\\local service", "nt authority\\network service", "s-1-5-18", "s-1-5-19", "s-1-5-20");
    /** MD5, SHA-1 and SHA-256 of nothing: every empty file has them. */
    private static final Set<String> EMPTY_FILE = Set.of("d41d8cd98f00b204e9800998ecf8427e", "da39a3ee5e6b4b0d3255bfef95601890afd80709",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    private NameForms() {
    }

    static String host(String text) {
        String name = lower(text);
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        return HOST.matcher(name).matches() && !name.contains("..") ? name : null;
    }

    static String domain(String text) {
        try {
            String name = host(IDN.toASCII(lower(text).replace("[.]", "."), IDN.ALLOW_UNASSIGNED));
            return name != null && name.indexOf('.') > 0 ? name : null;
        } catch (IllegalArgumentException notAName) {
            return null;
        }
    }

    /** {@code DOMAIN\\user}, {@code user@domain} or a bare name, in lower case; a person's display name is none. */
    static String account(String user, String domain) {
        String name = lower(user);
        String of = lower(domain);
        boolean qualified = name.indexOf('\\') >= 0 || name.indexOf('@') >= 0;
        String full = qualified || of.isEmpty() || name.isEmpty() ? name : of + "\\" + name;
        return full.isEmpty() || full.length() > 256 || !PlainText.isPlain(full) ? null : full;
    }

    static boolean commonAccount(String account) {
        return COMMON_ACCOUNTS.contains(account) || COMMON_ACCOUNTS.contains(account.substring(account.indexOf('\\') + 1));
    }

    static String hash(String text) {
        String hex = lower(text);
        hex = hex.substring(hex.indexOf(':') + 1);
        return HASH.matcher(hex).matches() ? hex : null;
    }

    static boolean emptyFile(String hash) {
        return EMPTY_FILE.contains(hash);
    }

    static String email(String text) {
        String address = lower(text);
        return EMAIL.matcher(address).matches() && PlainText.isPlain(address) ? address : null;
    }

    /** Without the angle brackets that a mail header puts around it. */
    static String message(String text) {
        String id = text == null ? "" : text.strip().replaceAll("^<|>$", "");
        return id.isEmpty() || !PlainText.isPlain(id) ? null : id;
    }

    /** The id of a key as it stands. What looks like the secret itself is no id: it must not become a name that everybody reads. */
    static String apiKey(String text) {
        String id = text == null ? "" : text.strip();
        return id.isEmpty() || id.length() > 256 || id.contains(" ") || SECRET.matcher(id).matches() || !PlainText.isPlain(id) ? null : id;
    }

    static String bucket(String text) {
        Matcher name = BUCKET.matcher(lower(text));
        return name.matches() ? name.group(1) : null;
    }

    static String agent(String text) {
        String id = lower(text);
        return id.length() <= 64 && AGENT.matcher(id).matches() ? id : null;
    }

    /** An absolute URL with lower-case scheme and host and without the user part, which may be a password. */
    static URI url(String text) {
        String refanged = text == null ? "" : text.strip().replace("[.]", ".").replaceFirst("(?i)^hxxp", "http");
        String legal = NOT_IN_URLS.matcher(refanged).replaceAll(found -> URLEncoder.encode(found.group(), StandardCharsets.UTF_8));
        try {
            URI url = new URI(legal).parseServerAuthority();
            return url.getHost() == null ? null : new URI(lower(url.getScheme()) + "://" + lower(url.getHost())
                    + (url.getPort() < 0 ? "" : ":" + url.getPort())
                    + (url.getRawPath().isEmpty() ? "/" : url.getRawPath())
                    + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()));
        } catch (URISyntaxException notAUrl) {
            return null;
        }
    }

    /** What a record says instead of a name that was taken out of it, such as {@code <account_uid>}. */
    static boolean placeholder(String text) {
        return PLACEHOLDER.matcher(text).find();
    }

    private static String lower(String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }
}
