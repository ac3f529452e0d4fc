package io.countersign.report;

import io.countersign.evidence.IncidentId;
import io.countersign.execution.ActionRunState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Tells people what was done without asking them. */
@Repository
@Transactional(readOnly = true)
public class UnaskedActions {

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final NameDirectory directory;
    private final InstantSource clock;

    UnaskedActions(JdbcClient jdbc, NameDirectory directory, InstantSource clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.clock = clock;
    }

    /** Newest first, at most a hundred. */
    public List<UnaskedAction> since(Duration ago) {
        Names names = directory.names();
        return jdbc.sql("""
                select x.*, a.agent as asked_by, a.rule, i.title from action_run x join assessment a on a.digest = x.digest
                left join incident i on i.id = x.incident
                where a.tier = 'AUTONOMOUS' and x.created_at > ? order by x.created_at desc limit ?""")
                .params(Timestamp.from(clock.instant().minus(ago)), MOST).query((row, number) -> read(row, names)).list();
    }

    private UnaskedAction read(ResultSet row, Names names) throws SQLException {
        return new UnaskedAction(Words.plain(names.action(row.getString("action_type")) + " " + row.getString("target")),
                names.who(directory.agent(row.getString("asked_by"))).text(), row.getString("rule"), new IncidentId(row.getLong("incident")).toString(),
                row.getString("title"), row.getString("playbook_run"), ActionRunState.valueOf(row.getString("state")), row.getString("lease") != null,
                row.getBoolean("sandbox"), row.getTimestamp("created_at").toInstant());
    }
}
