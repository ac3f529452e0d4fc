package io.countersign.connector.list;

import io.countersign.connector.TargetUnreadable;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.apache.tomcat.util.net.IPv6Utils;

/**
 * One address or one network, read from its literal; nothing is ever resolved. Written without a length if it is one address, IPv6 as RFC
 * 5952 has it, an IPv4-mapped address as IPv4, and with the host part of a network as zeros.
 */
final class ListedNetwork {

    private static final Pattern V4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final Pattern LENGTH = Pattern.compile("0|[1-9]\\d{0,2}");
    /** Wider than any network that one owner has: such a block is an outage, not a containment. */
    private static final int WIDEST_V4 = 8;
    private static final int WIDEST_V6 = 16;

    private final byte[] address;
    private final int length;

    private ListedNetwork(byte[] address, int length) {
        this.address = address;
        this.length = length;
    }

    /** @throws TargetUnreadable if it is neither */
    static ListedNetwork of(String text) {
        String[] parts = text.split("/", -1);
        InetAddress address = parts.length > 2 ? null : literal(parts[0]);
        if (address == null || parts.length == 2 && !LENGTH.matcher(parts[1]).matches()) {
            throw new TargetUnreadable("'" + text + "' is neither an IP address nor a network such as 192.0.2.0/24");
        }
        byte[] bytes = address.getAddress();
        boolean mapped = bytes.length == 4 && parts[0].contains(":");
        int length = parts.length == 1 ? bytes.length * 8 : Integer.parseInt(parts[1]) - (mapped ? 96 : 0);
        if (length > bytes.length * 8 || length < (bytes.length == 4 ? WIDEST_V4 : WIDEST_V6)) {
            throw new TargetUnreadable("'" + text + "' is not a network that can be blocked: its length must be from /" + WIDEST_V4
                    + " (IPv4) or /" + WIDEST_V6 + " (IPv6) to that of one address");
        }
        return new ListedNetwork(masked(bytes, length), length);
    }

    /** In brackets the JDK takes an IPv6 literal or nothing; a dotted quad is taken as it is. Neither asks a resolver. */
    private static InetAddress literal(String text) {
        boolean v6 = text.indexOf(':') >= 0 && V6.matcher(text).matches();
        try {
            return v6 || V4.matcher(text).matches() ? InetAddress.getByName(v6 ? "[" + text + "]" : text) : null;
        } catch (UnknownHostException notAnAddress) {
            return null;
        }
    }

    private static byte[] masked(byte[] address, int length) {
        byte[] network = address.clone();
        for (int bit = length; bit < network.length * 8; bit++) {
            network[bit / 8] &= (byte) ~(0x80 >> bit % 8);
        }
        return network;
    }

    @Override
    public String toString() {
        try {
            InetAddress named = InetAddress.getByAddress(address);
            String text = named instanceof Inet6Address ? IPv6Utils.canonize(named.getHostAddress()) : named.getHostAddress();
            return length == address.length * 8 ? text : text + "/" + length;
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("An address has 4 or 16 bytes", impossible);
        }
    }
}
