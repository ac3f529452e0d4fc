package io.countersign.proof.net;

/**
 * A sequence flow.
 *
 * @param fallback whether it is the default flow of its source
 */
public record Flow(String id, String name, Node source, Node target, Condition condition, boolean fallback) {

    @Override
    public String toString() {
        return id;
    }
}
