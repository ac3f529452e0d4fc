package io.countersign.policy.guardrail;

import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of overrides, each with the word of the second person once that is given. */
@Repository
class Overrides {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Overrides(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean inForce(String guardrail, Subject subject) {
        return jdbc.sql("""
                select exists (select 1 from guardrail_override where guardrail = ? and action_type = ? and target_kind = ? and target = ? and granted and expires_at > ?)""")
                .params(guardrail, subject.actionType(), subject.target().kind().name(), subject.target().value(), Timestamp.from(clock.instant()))
                .query(Boolean.class).single();
    }

    List<GuardrailOverride> latest(int most) {
        return jdbc.sql("select * from guardrail_override order by requested_at desc, id limit ?").param(most).query(Overrides::read).list();
    }

    Optional<GuardrailOverride> lock(UUID id) {
        return jdbc.sql("select * from guardrail_override where id = ? for update").param(id).query(Overrides::read).optional();
    }

    void insert(GuardrailOverride row) {
        jdbc.sql("""
                insert into guardrail_override (id, guardrail, action_type, target_kind, target, requested_by, reason, requested_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(row.id(), row.guardrail(), row.actionType(), row.target().kind().name(), row.target().value(), row.requestedBy(), row.reason(),
                        Timestamp.from(row.requestedAt()), Timestamp.from(row.expiresAt())).update();
    }

    void decide(UUID id, GuardrailOverride.Decision said) {
        jdbc.sql("update guardrail_override set decided_by = ?, granted = ?, decided_reason = ?, decided_at = ? where id = ?")
                .params(said.person(), said.granted(), said.reason(), Timestamp.from(said.at()), id).update();
    }

    private static GuardrailOverride read(ResultSet row, int number) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        Optional<GuardrailOverride.Decision> decision = decided == null ? Optional.empty() : Optional.of(new GuardrailOverride.Decision(row.getString("decided_by"),
                row.getBoolean("granted"), row.getString("decided_reason"), decided.toInstant()));
        return new GuardrailOverride(row.getObject("id", UUID.class), row.getString("guardrail"), row.getString("action_type"),
                new Target(TargetKind.valueOf(row.getString("target_kind")), row.getString("target")), row.getString("requested_by"), row.getString("reason"),
                row.getTimestamp("requested_at").toInstant(), row.getTimestamp("expires_at").toInstant(), decision);
    }
}
