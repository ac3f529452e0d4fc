package io.countersign.connector.rpz;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the connector for a response policy zone. Without {@code primary} there is none.
 *
 * @param primary         the primary of the zone, as {@code ns1.example.org} or with a port after a colon
 * @param zone            name of the zone
 * @param keyName         name of the TSIG key that may update and transfer it
 * @param keyAlgorithm    {@code hmac-sha256} by default
 * @param keyFile         a file, readable by its owner only, whose first line is the key in base64
 * @param resolver        the resolver that is asked whether a domain is blocked, one that stands for all; written as the primary
 * @param connectTimeout  until a connection stands, 5 seconds by default
 * @param responseTimeout until an answer counts as lost, 12 seconds by default: a resolver may try for 10 before it gives up on a domain
 */
@ConfigurationProperties("countersign.connector.rpz")
public record RpzSettings(String primary, String zone, String keyName, @DefaultValue("hmac-sha256") String keyAlgorithm, Path keyFile, String resolver,
                          @DefaultValue("5s") Duration connectTimeout, @DefaultValue("12s") Duration responseTimeout) {

    private static final int DNS = 53;

    public RpzSettings {
        if (primary != null) {
            check(isServer(primary), "primary", "must name a host, and a port after a colon if it is not 53");
            check(filled(zone), "zone", "must name the response policy zone");
            check(filled(keyName), "key-name", "must name the TSIG key");
            check(keyAlgorithm.toLowerCase(Locale.ROOT).matches("hmac-sha(224|256|384|512)"), "key-algorithm", "must be hmac-sha224, -256, -384 or -512");
            check(keyFile != null, "key-file", "must name the file with the TSIG key");
            check(isServer(resolver), "resolver", "must name the resolver that is asked whether a domain is blocked");
            check(sane(connectTimeout), "connect-timeout", "must lie between 100 ms and 5 minutes");
            check(sane(responseTimeout), "response-timeout", "must lie between 100 ms and 5 minutes");
        }
    }

    static String host(String server) {
        return URI.create("dns://" + server).getHost();
    }

    static int port(String server) {
        int given = URI.create("dns://" + server).getPort();
        return given < 0 ? DNS : given;
    }

    static IllegalArgumentException refused(String setting, String why) {
        return new IllegalArgumentException("countersign.connector.rpz." + setting + " " + why);
    }

    private static boolean isServer(String server) {
        try {
            return filled(server) && host(server) != null && port(server) > 0 && port(server) < 65_536 && URI.create("dns://" + server).getRawPath().isEmpty();
        } catch (IllegalArgumentException notAServer) {
            return false;
        }
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
