package io.countersign.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.connector.TargetState;
import io.countersign.evidence.ActionRunId;
import io.countersign.evidence.IncidentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads the row of a lease, without its holders, and writes the parts of one that are JSON. */
@Component
class LeaseMapper implements RowMapper<Lease> {

    private final ObjectMapper json;

    LeaseMapper(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Lease mapRow(ResultSet row, int number) throws SQLException {
        String observed = row.getString("observed");
        Timestamp at = row.getTimestamp("observed_at");
        return new Lease(row.getObject("id", UUID.class), row.getString("connector"), row.getString("action_type"),
                new Target(TargetKind.valueOf(row.getString("target_kind")), row.getString("target")), map(row.getString("parameters")),
                new ActionRunId(row.getObject("effect_run", UUID.class)), row.getBoolean("sandbox"), Lease.State.valueOf(row.getString("state")),
                row.getTimestamp("since").toInstant(), row.getTimestamp("until").toInstant(), observed == null ? null : TargetState.of(map(observed)),
                at == null ? null : at.toInstant(), List.of());
    }

    static Lease.Holder holder(ResultSet row) throws SQLException {
        return new Lease.Holder(new ActionRunId(row.getObject("action_run", UUID.class)), row.getString("playbook_run"),
                new IncidentId(row.getLong("incident")).toString(), row.getTimestamp("until").toInstant(), Lease.Hold.valueOf(row.getString("state")));
    }

    private Map<String, String> map(String text) {
        try {
            return json.readValue(text, new TypeReference<TreeMap<String, String>>() { });
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A lease row could not be read", unreadable);
        }
    }

    String text(TargetState state) {
        return state == null ? null : text(state.attributes());
    }

    String text(Map<String, String> value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A lease could not be written", unwritable);
        }
    }
}
