package io.countersign.proof;

import io.countersign.action.ActionCatalogue;
import java.util.List;

/**
 * Proves playbooks. Thread-safe, and without side effects: the same files give the same findings.
 * Nothing in a file makes it throw: what cannot be read, or is too large to be explored, is a finding that refuses it.
 */
public final class AuthorityProof {

    /** Changes whenever a rule or the exploration changes what it may find. */
    public static final String RULES = "1";

    private final ActionCatalogue catalogue;

    public AuthorityProof(ActionCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** One proof for each playbook among the files, in the order of their names. */
    public List<Proof> prove(PlaybookFiles files) {
        return files.playbooks().stream().map(file -> prove(files, file)).toList();
    }

    /** Proves one playbook; the other files are what it may name. */
    public Proof prove(PlaybookFiles files, String file) {
        throw new UnsupportedOperationException("not yet " + catalogue);
    }
}
