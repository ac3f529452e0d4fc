package io.countersign.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads a row of the record back. A row that cannot be read throws: the record is never shown with a gap. */
@Component
class EvidenceRowMapper implements RowMapper<EvidenceRow> {

    private final ObjectMapper json;

    EvidenceRowMapper(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public EvidenceRow mapRow(ResultSet row, int index) throws SQLException {
        long incident = row.getLong("incident");
        return new EvidenceRow(row.getLong("number"), row.getTimestamp("at").toInstant(), EvidenceKind.valueOf(row.getString("kind")),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor"), row.getString("owner")),
                incident == 0 ? null : new IncidentId(incident).toString(), row.getString("playbook_run"), row.getString("action_run"),
                row.getString("digest"), facts(row));
    }

    private Map<String, Object> facts(ResultSet row) throws SQLException {
        try {
            return json.readValue(row.getString("facts"), new TypeReference<>() { });
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Row " + row.getLong("number") + " of the evidence cannot be read", unreadable);
        }
    }
}
