package io.countersign.execution;

import io.countersign.connector.ConnectorCall;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether leases changed while somebody looked at a target. */
@Repository
class LeaseHistory {

    private final JdbcClient jdbc;

    LeaseHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A number that is another one as soon as a lease on this target was begun, joined, let go of or ended by this action; with
     * whatever parameters, since one look too many does no harm.
     */
    long changes(String connector, ConnectorCall call) {
        return jdbc.sql("select coalesce(sum(version + 1), 0) from lease where connector = ? and action_type = ? and target_kind = ? and target = ?")
                .params(connector, call.actionType(), call.target().kind().name(), call.target().value()).query(Long.class).single();
    }
}
