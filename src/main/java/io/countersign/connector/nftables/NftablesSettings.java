package io.countersign.connector.nftables;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the firewall connector. Without {@code host} there is none. They describe one firewall: further ones would be a list of the same beneath
 * another name, each a connector with an id of its own.
 *
 * @param host            name or address of the firewall
 * @param port            of its SSH server, 22 by default
 * @param user            the account that Countersign uses; {@code docker/nftables/countersign-nft} lets it do what is needed and nothing else
 * @param privateKeyFile  private key of that account, without passphrase, readable by its owner only
 * @param knownHostsFile  host keys as {@code ssh-keyscan} writes them, compared with the firewall's own; a key that is not in it is refused, and nothing is ever added
 * @param table           table of the family inet that holds the sets; {@code countersign} by default
 * @param setIpv4         its set of the type ipv4_addr, {@code blocked4} by default; each Countersign needs sets of its own
 * @param setIpv6         its set of the type ipv6_addr, {@code blocked6} by default
 * @param nativeLease     after that the firewall drops an element by itself, whatever became of Countersign; zero for never. See {@link NativeLease}
 * @param widestIpv4      shortest prefix of an IPv4 network that may be blocked, 16 by default
 * @param widestIpv6      shortest prefix of an IPv6 network that may be blocked, 32 by default
 * @param connectTimeout  until a connection stands, and again until it is signed in; 5 seconds by default
 * @param responseTimeout until an answer counts as lost, 10 seconds by default
 * @param commands        most commands at a time on the one connection, 1 to 10; 4 by default
 */
@ConfigurationProperties("countersign.connector.nftables")
public record NftablesSettings(String host, @DefaultValue("22") int port, @DefaultValue("countersign") String user, Path privateKeyFile, Path knownHostsFile,
                               @DefaultValue("countersign") String table, @DefaultValue("blocked4") String setIpv4, @DefaultValue("blocked6") String setIpv6,
                               @DefaultValue("P366D") Duration nativeLease, @DefaultValue("16") int widestIpv4, @DefaultValue("32") int widestIpv6,
                               @DefaultValue("5s") Duration connectTimeout, @DefaultValue("10s") Duration responseTimeout, @DefaultValue("4") int commands) {

    /** What nft takes as a name without quotes, and a shell as one word. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,30}");
    private static final Pattern USER = Pattern.compile("[a-z_][a-z0-9_-]{0,31}");
    private static final Pattern HOST = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.:-]{0,252}");

    public NftablesSettings {
        if (host != null) {
            check(HOST.matcher(host).matches(), "host", "must be a host name or an address, without port and brackets");
            check(port >= 1 && port <= 65535, "port", "must lie between 1 and 65535");
            check(USER.matcher(user).matches(), "user", "must be the name of an account on the firewall");
            check(privateKeyFile != null, "private-key-file", "must name the private key of the account that Countersign uses");
            check(knownHostsFile != null, "known-hosts-file", "must name a file with the firewall's host key: ssh-keyscan writes one, to be compared with the firewall's own");
            check(NAME.matcher(table).matches(), "table", "must be a name of small letters, digits and underscores");
            check(NAME.matcher(setIpv4).matches(), "set-ipv4", "must be a name of small letters, digits and underscores");
            check(NAME.matcher(setIpv6).matches() && !setIpv6.equals(setIpv4), "set-ipv6", "must be a name of small letters, digits and underscores, and another than set-ipv4");
            check(nativeLease.isZero() || within(nativeLease, Duration.ofSeconds(1), Duration.ofDays(3660)), "native-lease", "must be zero, or lie between 1 second and 3660 days");
            check(widestIpv4 >= 1 && widestIpv4 <= 32, "widest-ipv4", "must be a prefix length between 1 and 32");
            check(widestIpv6 >= 1 && widestIpv6 <= 128, "widest-ipv6", "must be a prefix length between 1 and 128");
            check(sane(connectTimeout), "connect-timeout", "must lie between 100 ms and 5 minutes");
            check(sane(responseTimeout), "response-timeout", "must lie between 100 ms and 5 minutes");
            check(commands >= 1 && commands <= 10, "commands", "must lie between 1 and 10, which is what an SSH server takes on one connection");
        }
    }

    static IllegalArgumentException refused(String setting, String why) {
        return new IllegalArgumentException("countersign.connector.nftables." + setting + " " + why);
    }

    private static void check(boolean holds, String setting, String why) {
        if (!holds) {
            throw refused(setting, why);
        }
    }

    private static boolean sane(Duration time) {
        return within(time, Duration.ofMillis(100), Duration.ofMinutes(5));
    }

    private static boolean within(Duration time, Duration least, Duration most) {
        return time.compareTo(least) >= 0 && time.compareTo(most) <= 0;
    }
}
