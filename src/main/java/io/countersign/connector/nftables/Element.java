package io.countersign.connector.nftables;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.action.NetworkAddress;
import java.util.Optional;

/**
 * What a set holds, as {@code nft -j} writes it.
 *
 * @param text for people, and canonical for an address or a network
 * @param mark empty for a stranger's
 */
record Element(String text, Span span, Optional<Mark> mark) {

    /** @throws IllegalArgumentException if it is of no form that we know */
    static Element of(int bits, JsonNode node) {
        JsonNode told = node.path("elem");
        JsonNode value = told.has("val") ? told.path("val") : node;
        Optional<Mark> mark = Mark.of(told.path("comment").asText());
        if (value.has("range")) {
            String first = value.path("range").path(0).asText();
            String last = value.path("range").path(1).asText();
            return new Element(first + "-" + last, Span.between(bits, address(first), address(last)), mark);
        }
        JsonNode prefix = value.path("prefix");
        NetworkAddress address = address(prefix.isMissingNode() ? value.asText() : prefix.path("addr").asText());
        int length = prefix.isMissingNode() ? bits : prefix.path("len").asInt(-1);
        return new Element(address + (length < bits ? "/" + length : ""), Span.of(bits, address, length), mark);
    }

    private static NetworkAddress address(String text) {
        return NetworkAddress.parse(text).orElseThrow(() -> new IllegalArgumentException("'" + Words.line(text) + "' is no address"));
    }
}
