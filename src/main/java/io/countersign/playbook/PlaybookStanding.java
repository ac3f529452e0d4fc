package io.countersign.playbook;

import io.countersign.playbook.gate.Submission;
import io.countersign.proof.Proof;
import java.util.Optional;

/**
 * Where a playbook stands: the version that starts, if one does, and what was sent for it last.
 *
 * @param version the latest in the engine
 * @param proof   of that version, by the newest rules that it was proved by
 * @param last    of the submissions with this playbook
 */
public record PlaybookStanding(String key, Optional<PlaybookVersion> version, State state, Optional<Proof> proof, Optional<Submission> last) {

    /** Of the latest version. */
    public enum State {
        /** It holds, and starts. */
        PROVED,
        /** It does not hold by the rules of today: nothing new starts. */
        SUSPENDED,
        /** There is no version in the engine. */
        NOT_ACTIVE
    }

    public String name() {
        return version.map(PlaybookVersion::name).orElse(key);
    }

    /** What was sent last and is not what starts: refused, turned down, or still waiting. */
    public Optional<Submission> pending() {
        return last.filter(sent -> sent.state() != Submission.State.ACTIVE);
    }
}
