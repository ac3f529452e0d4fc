package io.countersign.connector.sandbox;

import io.countersign.agent.CredentialGrant.Verb;
import io.countersign.connector.ConnectorCall;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sandbox's journal of orders: one row per action run and verb, so that the same key never makes a second effect. */
@Repository
class SandboxCalls {

    private final JdbcClient jdbc;
    private final SandboxJson json;

    SandboxCalls(JdbcClient jdbc, SandboxJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One taken order. {@code settled} once its changes are part of the target, or were called off. */
    record Taken(Map<String, String> changes, Instant effectiveAt, boolean settled) {

        boolean pendingAt(Instant when) {
            return !settled && effectiveAt.isAfter(when);
        }
    }

    /** Keeps an order. @return false if it was taken before */
    boolean take(ConnectorCall call, Verb verb, Taken order) {
        return jdbc.sql("""
                insert into sandbox_call (action_run, verb, action_type, kind, value, changes, effective_at, settled)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing""")
                .params(call.actionRun().value(), verb.name(), call.actionType(), call.target().kind().name(), call.target().value(),
                        json.write(order.changes()), Timestamp.from(order.effectiveAt()), order.settled())
                .update() == 1;
    }

    /** The orders taken for this action run, by verb. */
    Map<Verb, Taken> of(ConnectorCall call) {
        Map<Verb, Taken> taken = new EnumMap<>(Verb.class);
        jdbc.sql("select verb, changes, effective_at, settled from sandbox_call where action_run = ?").param(call.actionRun().value())
                .query(row -> {
                    taken.put(Verb.valueOf(row.getString("verb")), new Taken(json.read(row.getString("changes")),
                            row.getTimestamp("effective_at").toInstant(), row.getBoolean("settled")));
                });
        return taken;
    }

    /** Calls off an act whose effect is still to come. */
    void callOff(ConnectorCall call) {
        jdbc.sql("update sandbox_call set changes = '{}', settled = true where action_run = ? and verb = 'ACT' and not settled")
                .param(call.actionRun().value()).update();
    }
}
