package io.countersign.recommendation;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An AI that reads an incident and advises. Implementations MUST NOT have any effect outside themselves, MUST treat every
 * text of the input as untrusted, and MAY be slow: they are called outside a transaction. Their output is untrusted
 * and is checked by the caller against {@code recommendation/output.schema.json}.
 */
public interface Recommender {

    /** Stable name, for the record. */
    String name();

    /** Version of the model or rules, for the record. */
    String version();

    /** The registered agent it runs as. */
    String agent();

    /** @return JSON that should fit the output schema */
    JsonNode recommend(JsonNode input);
}
