package io.countersign.action;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An IPv4 or IPv6 address read from its literal; nothing is ever resolved, for an attacker may own the name. */
public final class NetworkAddress {

    private static final Pattern V4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private final InetAddress address;

    private NetworkAddress(InetAddress address) {
        this.address = address;
    }

    /** Empty unless the text is one address literal, with or without brackets or a zone. */
    public static Optional<NetworkAddress> parse(String text) {
        String literal = text == null ? "" : text.strip();
        if (literal.startsWith("[") && literal.endsWith("]")) {
            literal = literal.substring(1, literal.length() - 1);
        }
        int zone = literal.indexOf('%');
        String bare = zone < 0 ? literal : literal.substring(0, zone);
        boolean v6 = bare.indexOf(':') >= 0 && V6.matcher(bare).matches();
        if (!v6 && !V4.matcher(bare).matches()) {
            return Optional.empty();
        }
        try {
            // In brackets the JDK takes an IPv6 literal or nothing; a dotted quad is taken as it is. Neither asks a resolver.
            return Optional.of(new NetworkAddress(InetAddress.getByName(v6 ? "[" + bare + "]" : bare)));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    /** Private, shared (RFC 6598), unique local, or an address that never leaves a network: an outsider cannot have it. */
    public boolean internal() {
        byte[] b = address.getAddress();
        boolean shared = b.length == 4 && (b[0] & 0xff) == 100 && (b[1] & 0xc0) == 64;
        boolean uniqueLocal = b.length == 16 && (b[0] & 0xfe) == 0xfc;
        return address.isSiteLocalAddress() || shared || uniqueLocal || !unicast();
    }

    /** Names one machine beyond a single link: not loopback, link-local, multicast, unspecified or reserved for ever (240/4, broadcast). */
    public boolean unicast() {
        byte[] b = address.getAddress();
        boolean reserved = b.length == 4 && ((b[0] & 0xff) >= 240 || b[0] == 0);
        return !(address.isLoopbackAddress() || address.isLinkLocalAddress() || address.isMulticastAddress()
                || address.isAnyLocalAddress() || reserved);
    }

    /** In network order: 4 bytes of IPv4, 16 of IPv6. */
    public byte[] bytes() {
        return address.getAddress();
    }

    /** Canonical text; IPv6 as RFC 5952 writes it, an IPv4-mapped address as IPv4. */
    @Override
    public String toString() {
        return address instanceof Inet6Address ? compressed(address.getAddress()) : address.getHostAddress();
    }

    /** The first of the longest runs of two or more zero groups becomes {@code ::}. */
    private static String compressed(byte[] b) {
        int[] groups = IntStream.range(0, 8).map(i -> (b[2 * i] & 0xff) << 8 | b[2 * i + 1] & 0xff).toArray();
        int start = IntStream.range(0, 8).boxed().max(Comparator.<Integer>comparingInt(i -> zeros(groups, i)).thenComparing(Comparator.reverseOrder())).orElseThrow();
        int run = zeros(groups, start);
        if (run < 2) {
            return hex(groups, 0, 8);
        }
        return hex(groups, 0, start) + "::" + hex(groups, start + run, 8);
    }

    private static String hex(int[] groups, int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> Integer.toHexString(groups[i])).collect(Collectors.joining(":"));
    }

    private static int zeros(int[] groups, int from) {
        int run = 0;
        while (from + run < 8 && groups[from + run] == 0) {
            run++;
        }
        return run;
    }
}
