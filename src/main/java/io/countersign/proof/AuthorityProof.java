package io.countersign.proof;

import io.countersign.action.ActionCatalogue;
import io.countersign.proof.explore.Budget;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/**
 * Proves playbooks. Thread-safe, and without side effects: the same files give the same findings.
 * Nothing in a file makes it throw: what cannot be read, or is too large to be explored, is a finding that refuses it.
 */
public final class AuthorityProof {

    /** Changes whenever a rule or the exploration changes what it may find. */
    public static final String RULES = "2";

    /** How long one playbook is explored at most; Camunda Modeler waits five seconds for a deployment. */
    public static final Duration LIMIT = Duration.ofSeconds(4);

    private final ActionCatalogue catalogue;
    private final long states;
    private final Duration limit;
    private final Decisions decisions;

    public AuthorityProof(ActionCatalogue catalogue) {
        this(catalogue, Budget.STATES, LIMIT);
    }

    /** @param states how many may be explored for one playbook @param limit for how long; what is not done by then is refused */
    public AuthorityProof(ActionCatalogue catalogue, long states, Duration limit) {
        this.catalogue = catalogue;
        this.states = states;
        this.limit = limit;
        this.decisions = new Decisions(catalogue);
    }

    /** One proof for each playbook among the files, in the order of their names. */
    public List<Proof> prove(PlaybookFiles files) {
        return files.playbooks().stream().map(file -> prove(files, file)).toList();
    }

    /** Proves one playbook; the other files are what it may name. */
    public Proof prove(PlaybookFiles files, String file) {
        long start = System.nanoTime();
        byte[] bytes = files.find(file).orElseThrow(() -> new IllegalArgumentException("There is no file " + file));
        Budget budget = new Budget(states, limit.toNanos());
        Trial trial = new Trial(catalogue, files, file, budget, decisions).hold();
        return new Proof(file, trial.process(), trial.name(), sha256(bytes), RULES, budget.spent(), Duration.ofNanos(System.nanoTime() - start), trial.authority(),
                trial.findings());
    }

    /** As 64 lower-case hex digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
