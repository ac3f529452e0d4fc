package io.countersign.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.action.ActionDigest;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.connector.TargetState;
import io.countersign.evidence.ActionRunId;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads a row of the ledger, and writes the parts of one that are JSON. */
@Component
class ActionRunMapper implements RowMapper<ActionRun> {

    private final ObjectMapper json;

    ActionRunMapper(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public ActionRun mapRow(ResultSet row, int number) throws SQLException {
        return new ActionRun(view(row), read(row.getString("undo_request"), new TypeReference<Map<String, Object>>() { }), row.getLong("version"));
    }

    private ActionRunView view(ResultSet row) throws SQLException {
        String found = row.getString("found");
        return new ActionRunView(new ActionRunId(row.getObject("id", UUID.class)), new ActionDigest(row.getString("digest")),
                new IncidentId(row.getLong("incident")), new PlaybookRunId(row.getString("playbook_run")), row.getString("activity"),
                row.getString("action_type"), new Target(TargetKind.valueOf(row.getString("target_kind")), row.getString("target")),
                texts(row.getString("parameters")), row.getString("agent"), row.getString("owner"), row.getString("connector"), row.getBoolean("sandbox"),
                ActionRunState.valueOf(row.getString("state")), row.getBoolean("ours"), TargetState.of(texts(row.getString("prior"))),
                TargetState.of(texts(row.getString("expected"))), found == null ? null : TargetState.of(texts(found)), row.getString("detail"),
                row.getObject("lease", UUID.class), row.getTimestamp("created_at").toInstant(), row.getTimestamp("updated_at").toInstant());
    }

    TargetState state(String text) {
        return TargetState.of(texts(text));
    }

    private Map<String, String> texts(String text) {
        return read(text, new TypeReference<TreeMap<String, String>>() { });
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A row of the ledger could not be read", unreadable);
        }
    }

    String text(TargetState state) {
        return state == null ? null : text(state.attributes());
    }

    String text(Map<String, ?> value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A row of the ledger could not be written", unwritable);
        }
    }
}
