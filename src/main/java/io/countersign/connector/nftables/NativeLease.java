package io.countersign.connector.nftables;

import java.time.Duration;

/**
 * How long the firewall keeps an element if nobody takes it back: an upper bound, so that a firewall whose Countersign is gone for good does not block for ever.
 *
 * <p>It is not the lease of the containment. That one ends by Countersign's own undo, which is observed, and a person may keep it beyond what was known when
 * the element was added; no element is ever renewed, for each effect needs an authority of its own. So the bound has to be longer than a containment may last: the default
 * of 366 days is longer than the longest time for which a person can keep one. Who sets a shorter one, or keeps a containment again and again, finds it freed by the firewall when the bound is
 * reached; the comparison of what should be contained with what is then reports it, as it does when a person freed it.
 */
record NativeLease(Duration bound) {

    /** What stands behind the address of an element. */
    String words() {
        return bound.isZero() ? "" : " timeout " + bound.toSeconds() + "s";
    }
}
