package io.countersign.incident;

import java.util.List;

/**
 * Takes alerts in. Each record is its own transaction: what was accepted stays so whatever becomes of the others, and a
 * request may be sent again as a whole, for known alerts are recognised. Safe for use by many threads and nodes.
 */
public interface AlertIntake {

    /**
     * @param source a registered source that the caller has authenticated
     * @param body   one JSON object, an array of them, or NDJSON
     * @param lines  whether the sender declared NDJSON; otherwise the content tells
     * @return one outcome per record, in their order
     * @throws IntakeRefused if the request as a whole is beyond a limit; then nothing was stored
     */
    List<IntakeOutcome> receive(AlertSource source, byte[] body, boolean lines);
}
