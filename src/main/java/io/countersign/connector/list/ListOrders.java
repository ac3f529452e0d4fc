package io.countersign.connector.list;

import io.countersign.agent.Credential;
import io.countersign.agent.CredentialGrant.Verb;
import io.countersign.agent.CredentialVerifier;
import io.countersign.connector.Answer;
import io.countersign.connector.ConnectorCall;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts entries on and takes them off, each order in one transaction of its own that redeems the credential, uses the key of the call up and
 * changes the list, or does none of it. So whether an order arrived is known, unless the database did not say whether it committed.
 */
@Component
class ListOrders {

    private final ListRows rows;
    private final ListSettings settings;
    private final CredentialVerifier verifier;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    ListOrders(ListRows rows, ListSettings settings, CredentialVerifier verifier, InstantSource clock, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.settings = settings;
        this.verifier = verifier;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    Answer putOn(ListKind list, ListLine line, ConnectorCall call, Credential credential) {
        return alone(() -> {
            verifier.redeem(credential, Verb.ACT, ListConnector.ID, call.digest(), call.target());
            rows.lock(list);
            Instant now = clock.instant();
            Optional<ListRows.Own> before = rows.of(call.actionRun());
            if (before.isPresent()) {
                return before.get().onIt() ? new Answer.Accepted("This run put it on the list before; nothing was done again")
                        : new Answer.Refused("This run's entry was taken off, or called off before it came; under the same key it is not put on again");
            }
            if (!rows.serves(list, line.text(), now) && rows.count(list, now) >= settings.maxEntries()) {
                return new Answer.Refused("The list is full: it has " + settings.maxEntries() + " entries. Release what is not needed any more, or raise "
                        + "countersign.connector.list.max-entries as far as the consumers of the list can take it");
            }
            rows.add(list, line.text(), call.actionRun(), call.target(), now, now.plus(settings.serveAtMost()));
            return new Answer.Accepted("On the list from now on; a consumer acts on it after its next pull");
        });
    }

    /** Takes the entry of this run off, and no other owner's. */
    Answer takeOff(ListKind list, ListLine line, ConnectorCall call, Credential credential) {
        return alone(() -> {
            verifier.redeem(credential, Verb.UNDO, ListConnector.ID, call.digest(), call.target());
            rows.lock(list);
            Instant now = clock.instant();
            Optional<ListRows.Own> own = rows.of(call.actionRun());
            if (own.isEmpty()) {
                rows.callOff(list, line.text(), call.actionRun(), call.target(), now);
                return new Answer.Accepted("This run put nothing on the list, and cannot any more");
            }
            rows.takeOff(call.actionRun(), now);
            return new Answer.Accepted(rows.serves(list, line.text(), now) ? "This run's entry was taken off; the list still has it, for the sake of others"
                    : "Off the list from now on; a consumer lets go of it after its next pull");
        });
    }

    private Answer alone(Supplier<Answer> order) {
        try {
            return transaction.execute(status -> order.get());
        } catch (CannotCreateTransactionException never) {
            return new Answer.Refused("The database gave no connection: the list was not changed");
        } catch (TransactionException | DataAccessException unclear) {
            return new Answer.Lost("The database did not say whether the list was changed");
        }
    }
}
