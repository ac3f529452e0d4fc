package io.countersign.execution;

import io.countersign.evidence.PlaybookRunId;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What became of an action stands in the ledger, and its playbook never heard of it: the worker that wrote it down died before it could
 * say so, or had lost its task. Whoever interrupts the playbook then would leave an effect that is never compensated.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Untold {

    private final Claims claims;
    private final Settlement settlement;

    Untold(Claims claims, Settlement settlement) {
        this.claims = claims;
        this.settlement = settlement;
    }

    /** @param told called in this transaction, if what was last assessed for this element was begun and it is known what became of it */
    public void tell(PlaybookRunId run, String activity, Consumer<Settled> told) {
        claims.start(run, activity).begun().filter(row -> !row.state().inFlight()).ifPresent(row -> settlement.again(row.id(), told));
    }
}
