package io.countersign.playbook.gate;

import io.countersign.evidence.Actor;
import io.countersign.proof.diff.AuthorityChanges;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody sent to be deployed, and what became of it.
 *
 * @param name      of the deployment
 * @param source    the tool by which it was sent
 * @param author    a person, or Countersign itself for what it ships
 * @param bundle    hash of the files, those that were brought along among them
 * @param playbooks keys of the playbooks in it, as far as they could be read
 * @param problems  what else than a finding of the proof stood in its way
 * @param changes   against what was active when it was sent
 * @param verdict   of a second person
 */
public record Submission(UUID id, String name, String source, Actor author, String bundle, List<String> playbooks, Outcome outcome, List<String> problems,
                         List<AuthorityChanges> changes, Instant at, Optional<Verdict> verdict) {

    /** What the gate said. */
    public enum Outcome {
        /** Not proved, or unreadable: nothing reached the engine. */
        REFUSED,
        /** It gains authority: a second person has to look. */
        WAITS,
        /** It gained nothing, or is shipped: active at once. */
        ACTIVE
    }

    /** Where it stands now. */
    public enum State {
        /** The gate refused it. */
        REFUSED,
        /** A second person has to look. */
        WAITING,
        /** It is, or was, the version that starts. */
        ACTIVE,
        /** A second person said no. */
        TURNED_DOWN
    }

    public Submission {
        playbooks = List.copyOf(playbooks);
        problems = List.copyOf(problems);
        changes = List.copyOf(changes);
    }

    public State state() {
        return switch (outcome) {
            case REFUSED -> State.REFUSED;
            case ACTIVE -> State.ACTIVE;
            case WAITS -> verdict.map(said -> said.activated() ? State.ACTIVE : State.TURNED_DOWN).orElse(State.WAITING);
        };
    }

    public boolean waits() {
        return state() == State.WAITING;
    }
}
