package io.countersign.connector.nftables;

import io.countersign.action.NetworkAddress;
import java.math.BigInteger;
import java.util.Arrays;

/** The addresses from {@code first} to {@code last}, both included, of one family. */
record Span(int bits, BigInteger first, BigInteger last) {

    private static final int V6_BYTES = 16;

    /** All addresses that begin like this one. @throws IllegalArgumentException if there are no such */
    static Span of(int bits, NetworkAddress address, int prefix) {
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException("A prefix of " + prefix + " bits");
        }
        BigInteger others = BigInteger.ONE.shiftLeft(bits - prefix).subtract(BigInteger.ONE);
        BigInteger first = number(bits, address).andNot(others);
        return new Span(bits, first, first.add(others));
    }

    static Span between(int bits, NetworkAddress first, NetworkAddress last) {
        return new Span(bits, number(bits, first), number(bits, last));
    }

    /** Of one family, or false. */
    boolean overlaps(Span other) {
        return bits == other.bits && first.compareTo(other.last) <= 0 && other.first.compareTo(last) <= 0;
    }

    /** An IPv4 address among those of IPv6 is a mapped one. */
    private static BigInteger number(int bits, NetworkAddress address) {
        byte[] bytes = address.bytes();
        if (bytes.length * 8 == bits) {
            return new BigInteger(1, bytes);
        }
        if (bytes.length == V6_BYTES) {
            throw new IllegalArgumentException("An IPv6 address among those of IPv4");
        }
        byte[] mapped = new byte[V6_BYTES];
        Arrays.fill(mapped, 10, 12, (byte) 0xff);
        System.arraycopy(bytes, 0, mapped, 12, bytes.length);
        return new BigInteger(1, mapped);
    }
}
