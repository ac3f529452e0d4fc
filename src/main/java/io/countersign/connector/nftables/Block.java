package io.countersign.connector.nftables;

import io.countersign.action.NetworkAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One address, or one network, in its one canonical text: digits, dots, colons and a slash, so that no shell and no nft can read anything else into it. */
record Block(String text, Span span, int prefix, boolean unicast) {

    private static final Pattern FORM = Pattern.compile("([0-9a-fA-F.:]{2,45})(?:/(\\d{1,3}))?");

    /** Empty unless the text is an address, or a network whose address is its first one. */
    static Optional<Block> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches() ? NetworkAddress.parse(parts.group(1)).flatMap(address -> of(address, parts.group(2))) : Optional.empty();
    }

    private static Optional<Block> of(NetworkAddress address, String length) {
        int bits = address.bytes().length * 8;
        int prefix = length == null ? bits : Integer.parseInt(length);
        if (prefix > bits) {
            return Optional.empty();
        }
        Span span = Span.of(bits, address, prefix);
        boolean first = span.first().equals(Span.of(bits, address, bits).first());
        return first ? Optional.of(new Block(address + (prefix < bits ? "/" + prefix : ""), span, prefix, address.unicast())) : Optional.empty();
    }

    boolean ipv4() {
        return span.bits() == 32;
    }

    @Override
    public String toString() {
        return text;
    }
}
