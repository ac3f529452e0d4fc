package io.countersign.playbook;

/**
 * The words of the one process that is the product's own: it takes back from the ledger what a run left that is over. No playbook may use
 * them, and nobody deploys a process of this name: {@code LedgerProcessTest} tries.
 */
public final class LedgerProcess {

    public static final String KEY = "roll-back-from-ledger";
    public static final String TOPIC = "ledger-undo";

    /** The row of the ledger that is taken back now; none where all are tried again. */
    public static final String VAR_EFFECT = "effect";
    /** {@code UNDO}, {@code WAIT} or {@code DONE}. */
    public static final String VAR_NEXT = "next";
    public static final String VAR_ROUND = "round";
    public static final String VAR_NEXT_TRY = "nextTry";

    static final String FILE = KEY + ".bpmn";
    static final String NAME = "Countersign's own process";

    private LedgerProcess() {
    }
}
