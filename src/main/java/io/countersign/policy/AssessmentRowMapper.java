package io.countersign.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.action.ActionDigest;
import io.countersign.action.ActionRequest;
import io.countersign.action.RiskTier;
import io.countersign.action.RuleHit;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** Reads an assessment back, whole. A row that cannot be read throws: it then authorises nothing. */
class AssessmentRowMapper implements RowMapper<Assessment> {

    private final ObjectMapper json;

    AssessmentRowMapper(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Assessment mapRow(ResultSet row, int number) throws SQLException {
        return new Assessment(request(row), new ActionDigest(row.getString("digest")), row.getString("canonical"),
                row.getObject("recommendation", UUID.class), read(row.getString("facts"), new TypeReference<RiskFacts>() { }),
                read(row.getString("hits"), new TypeReference<List<RuleHit>>() { }), row.getString("decision"), verdict(row),
                row.getTimestamp("at").toInstant());
    }

    private ActionRequest request(ResultSet row) throws SQLException {
        return new ActionRequest(row.getObject("id", UUID.class), row.getString("action_type"),
                new Target(TargetKind.valueOf(row.getString("target_kind")), row.getString("target")),
                read(row.getString("parameters"), new TypeReference<Map<String, String>>() { }), new IncidentId(row.getLong("incident")),
                new PlaybookRunId(row.getString("playbook_run")), row.getString("playbook"), row.getString("activity"), row.getString("agent"));
    }

    private static RiskVerdict verdict(ResultSet row) throws SQLException {
        return new RiskVerdict(RiskTier.valueOf(row.getString("tier")), row.getString("rule"),
                List.of((String[]) row.getArray("approver_teams").getArray()), Duration.ofSeconds(row.getLong("escalate_seconds")),
                Duration.ofSeconds(row.getLong("expire_seconds")), Duration.ofSeconds(row.getLong("lease_seconds")), row.getString("reason"));
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A kept assessment could not be read back", unreadable);
        }
    }
}
