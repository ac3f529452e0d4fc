package io.countersign.playbook;

import io.countersign.playbook.gate.Submission;
import io.countersign.proof.Proof;
import java.util.Optional;

/**
 * One version in the engine, with what was proved about it and how it came there.
 *
 * @param starts whether it is the one that starts
 */
public record VersionStanding(PlaybookVersion version, boolean starts, boolean suspended, Optional<Proof> proof, Optional<Submission> submission) {
}
