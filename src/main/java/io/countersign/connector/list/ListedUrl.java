package io.countersign.connector.list;

import io.countersign.connector.DomainName;
import io.countersign.connector.TargetUnreadable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.web.util.InvalidUrlException;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A URL as URL lists of firewalls and proxies want it: host, port if it is not the usual one, path and query, without scheme, user part and
 * fragment. The host is followed by a slash at least: without one, {@code example.com} would match {@code example.com.evil.example} too. It
 * is read as browsers read it (WHATWG), so that what is blocked is where a click leads. What such lists take as wildcards is encoded.
 */
final class ListedUrl {

    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:(?!\\d).*");
    private static final Pattern DOTTED = Pattern.compile("[0-9.]+");
    private static final Pattern ENCODED = Pattern.compile("[^\\x21-\\x7e]|[\"<>\\\\^`{|}*]");

    private ListedUrl() {
    }

    /** @throws TargetUnreadable if it is none of the web */
    static String of(String text) {
        UriComponents url = read(text);
        String host = url.getHost();
        if (host == null || !String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT).matches("https?")) {
            throw new TargetUnreadable("'" + text + "' is not a URL of the web (http or https) with a host");
        }
        String path = url.getPath() == null || url.getPath().isEmpty() ? "/" : url.getPath();
        return host(host) + (url.getPort() < 0 ? "" : ":" + url.getPort()) + encoded(path) + (url.getQuery() == null ? "" : "?" + encoded(url.getQuery()));
    }

    private static UriComponents read(String text) {
        try {
            return UriComponentsBuilder.fromUriString(SCHEME.matcher(text).matches() ? text : "http://" + text, UriComponentsBuilder.ParserType.WHAT_WG).build();
        } catch (InvalidUrlException | IllegalStateException notAUrl) {
            throw new TargetUnreadable("'" + text + "' is not a URL: " + notAUrl.getMessage(), notAUrl);
        }
    }

    private static String host(String host) {
        if (host.startsWith("[")) {
            return "[" + ListedNetwork.of(host.substring(1, host.length() - 1)) + "]";
        }
        return DOTTED.matcher(host).matches() ? ListedNetwork.of(host).toString() : DomainName.of(host).ascii();
    }

    private static String encoded(String part) {
        return ENCODED.matcher(part).replaceAll(found -> found.group().equals("*") ? "%2A" : URLEncoder.encode(found.group(), StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
