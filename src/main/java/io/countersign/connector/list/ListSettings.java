package io.countersign.connector.list;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the external lists. The lists are served whether or not the connector is enabled: switching it off puts nothing more on, and
 * does not free at once what is on.
 *
 * @param enabled       whether actions may be routed to {@code external-list}; false by default
 * @param maxEntries    of one list, 10,000 by default: beyond it an entry is refused, since consumers skip what is beyond theirs without a word
 * @param serveAtMost   how long an entry of ours is served at the longest, 90 days by default. It is the last net beneath the lease, which
 *                      ends earlier and takes the entry off; a containment that a person keeps for longer than this is freed by it, and
 *                      the comparison of what is contained with what should be then says so
 * @param pulledWithin  a consumer that pulled no longer ago than this is at work, 15 minutes by default
 * @param effectiveWhen when an entry counts as in effect
 */
@ConfigurationProperties("countersign.connector.list")
public record ListSettings(@DefaultValue("false") boolean enabled, @DefaultValue("10000") int maxEntries, @DefaultValue("P90D") Duration serveAtMost,
                           @DefaultValue("PT15M") Duration pulledWithin, @DefaultValue("LISTED") Effective effectiveWhen) {

    /** What has to be seen. */
    public enum Effective {
        /**
         * The entry is on the list that we serve. The default: firewalls pull every few minutes, which is longer than
         * {@code countersign.execution.observe-for}, and with the other each effect would count as unknown and each undo as failed.
         */
        LISTED("listed"),
        /**
         * The latest pull of one consumer at least had the entry; taken back, the latest pull of none has it. For those whose consumers
         * pull within {@code countersign.execution.observe-for}, or who set that longer. That a firewall acts on it is not seen even then.
         */
        PULLED("pulled");

        private final String attribute;

        Effective(String attribute) {
            this.attribute = attribute;
        }

        /** The attribute of a target's state that says so. */
        String attribute() {
            return attribute;
        }
    }

    public ListSettings {
        check(maxEntries >= 1 && maxEntries <= 100_000, "max-entries", "must lie between 1 and 100,000");
        check(serveAtMost.compareTo(Duration.ofHours(1)) >= 0, "serve-at-most", "must be an hour at least");
        check(pulledWithin.compareTo(Duration.ofSeconds(10)) >= 0, "pulled-within", "must be 10 seconds at least");
    }

    private static void check(boolean holds, String setting, String why) {
        if (!holds) {
            throw new IllegalArgumentException("countersign.connector.list." + setting + " " + why);
        }
    }
}
