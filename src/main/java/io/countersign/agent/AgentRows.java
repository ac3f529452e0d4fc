package io.countersign.agent;

import io.countersign.action.RiskTier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads one agent as it is now with one statement: asked several times for every action, and never from a cache, since a stop must count at once. */
@Repository
class AgentRows {

    private final JdbcClient jdbc;

    AgentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Agent> find(String id) {
        return jdbc.sql("select a.*, array(select t.action_type from agent_action_type t where t.agent = a.id) as action_types from agent a where a.id = ?")
                .param(id).query(AgentRows::agent).optional();
    }

    private static Agent agent(ResultSet row, int number) throws SQLException {
        return new Agent(row.getString("id"), row.getString("name"), row.getString("purpose"), row.getString("owner"), row.getString("team"),
                Set.of((String[]) row.getArray("action_types").getArray()), RiskTier.valueOf(row.getString("ceiling")),
                AgentStatus.valueOf(row.getString("status")), row.getString("suspended_by"), row.getTimestamp("ends_at").toInstant());
    }
}
