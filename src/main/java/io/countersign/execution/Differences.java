package io.countersign.execution;

import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.connector.TargetState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Where what is contained differs from what should be, as the last comparison found it. Reads only. */
@Repository
@Transactional(readOnly = true)
public class Differences {

    /** An effect of ours that the ledger does not know of, as after a restore of the database from before it: a person has to undo it by hand. */
    public record Orphan(String connector, UUID actionRun, String actionType, Target target, TargetState found, Instant firstSeen, Instant lastSeen) {
    }

    private final JdbcClient jdbc;
    private final ActionRunMapper mapper;

    Differences(JdbcClient jdbc, ActionRunMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    /** Leases in force whose target is not contained: somebody freed it. */
    public Set<UUID> freed() {
        return jdbc.sql("select id from lease where freed_since is not null and state in ('ACTIVE', 'KEPT')").query(UUID.class).list().stream().collect(Collectors.toSet());
    }

    public long countFreed() {
        return jdbc.sql("select count(*) from lease where freed_since is not null and state in ('ACTIVE', 'KEPT')").query(Long.class).single();
    }

    /** Oldest first. */
    public List<Orphan> orphans() {
        return jdbc.sql("select * from orphan where gone_at is null order by first_seen, action_run").query((row, n) -> new Orphan(row.getString("connector"),
                row.getObject("action_run", UUID.class), row.getString("action_type"), new Target(TargetKind.valueOf(row.getString("target_kind")), row.getString("target")),
                mapper.state(row.getString("found")), row.getTimestamp("first_seen").toInstant(), row.getTimestamp("last_seen").toInstant())).list();
    }

    public long countOrphans() {
        return jdbc.sql("select count(*) from orphan where gone_at is null").query(Long.class).single();
    }
}
