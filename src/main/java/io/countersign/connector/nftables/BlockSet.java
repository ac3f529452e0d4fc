package io.countersign.connector.nftables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A named set and what it holds, as {@code nft -j list set} writes it. */
record BlockSet(List<Element> elements) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IllegalArgumentException if it is no such listing, or holds what we do not understand: then it is not known what is blocked */
    static BlockSet of(String listing, String name, boolean ipv4) {
        JsonNode set = object(listing, "set", name).orElseThrow(() -> new IllegalArgumentException("the answer of nft shows no set " + name));
        List<Element> elements = new ArrayList<>();
        set.path("elem").forEach(element -> elements.add(Element.of(ipv4 ? 32 : 128, element)));
        return new BlockSet(List.copyOf(elements));
    }

    /** The named object of a kind, among all that nft lists. */
    static Optional<JsonNode> object(String listing, String kind, String name) {
        return all(listing, kind).stream().filter(object -> object.path("name").asText().equals(name)).findFirst();
    }

    static List<JsonNode> all(String listing, String kind) {
        try {
            return JSON.readTree(listing).path("nftables").findValues(kind);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("the answer of nft is no JSON");
        }
    }

    Optional<Element> exactly(Block block) {
        return elements.stream().filter(element -> element.span().equals(block.span())).findFirst();
    }

    Optional<Element> overlapping(Block block) {
        return elements.stream().filter(element -> element.span().overlaps(block.span()) && !element.span().equals(block.span())).findFirst();
    }
}
