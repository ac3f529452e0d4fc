package io.countersign.action;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * An action request as the one sequence of bytes that is hashed, approved, shown and kept: JSON of layout version 1,
 * canonicalised by RFC 8785. Every field of the request is in it, so a request that differs in anything has another digest.
 *
 * @param text the canonical JSON; its UTF-8 bytes are what the digest is of
 */
public record CanonicalRequest(String text, ActionDigest digest) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static CanonicalRequest of(ActionRequest request) {
        ObjectNode json = JSON.createObjectNode();
        json.put("countersign", 1);
        json.put("id", request.id().toString());
        json.put("action", request.actionType());
        json.putObject("target").put("kind", request.target().kind().name()).put("value", request.target().value());
        ObjectNode parameters = json.putObject("parameters");
        request.parameters().forEach(parameters::put);
        json.put("incident", request.incident().toString());
        json.put("playbookRun", request.playbookRun().value());
        json.put("playbook", request.playbook());
        json.put("activity", request.activity());
        json.put("agent", request.agent());
        return ofJson(json.toString());
    }

    private static CanonicalRequest ofJson(String json) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(json)) {
            throw new IllegalArgumentException("A request may not hold half a character: two of them would have the same bytes");
        }
        try {
            byte[] bytes = new JsonCanonicalizer(json).getEncodedUTF8();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new CanonicalRequest(new String(bytes, StandardCharsets.UTF_8), new ActionDigest(HexFormat.of().formatHex(hash)));
        } catch (IOException uncanonical) {
            throw new IllegalArgumentException("The request cannot be written as canonical JSON", uncanonical);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
