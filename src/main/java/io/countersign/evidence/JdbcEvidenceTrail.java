package io.countersign.evidence;

import com.fasterxml.jackson.databind.node.TextNode;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the record with one statement per question. */
@Repository
@Transactional(readOnly = true)
class JdbcEvidenceTrail implements EvidenceTrail {

    private final JdbcClient jdbc;
    private final EvidenceRowMapper rows;
    private final EvidenceAtCommit stated;

    JdbcEvidenceTrail(JdbcClient jdbc, EvidenceRowMapper rows, EvidenceAtCommit stated) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.stated = stated;
    }

    @Override
    public List<EvidenceRow> ofIncident(IncidentId incident) {
        stated.writeNow();
        return jdbc.sql("select * from evidence where incident = ? order by number").param(incident.number()).query(rows).list();
    }

    @Override
    public List<EvidenceRow> ofPlaybookRun(PlaybookRunId run) {
        stated.writeNow();
        return jdbc.sql("select * from evidence where playbook_run = ? order by number").param(run.value()).query(rows).list();
    }

    @Override
    public List<EvidenceRow> search(EvidenceQuery query, int limit) {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("A search returns 1 to 1000 rows, not " + limit);
        }
        stated.writeNow();
        List<String> conditions = new ArrayList<>(List.of("true"));
        List<Object> values = new ArrayList<>();
        add(conditions, values, "kind = ?", query.kind() == null ? null : query.kind().name());
        add(conditions, values, "actor = ?", query.actor());
        add(conditions, values, "owner = ?", query.owner());
        add(conditions, values, "incident = ?", query.incident() == null ? null : query.incident().number());
        add(conditions, values, "at >= ?", timestamp(query.from()));
        add(conditions, values, "at < ?", timestamp(query.to()));
        add(conditions, values, "number < ?", query.beforeNumber());
        add(conditions, values, "facts::text ilike ?", query.text() == null || query.text().isBlank() ? null : pattern(query.text()));
        values.add(limit);
        return jdbc.sql("select * from evidence where " + String.join(" and ", conditions) + " order by number desc limit ?")
                .params(values).query(rows).list();
    }

    private static void add(List<String> conditions, List<Object> values, String condition, Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }

    private static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    /** The text as it stands inside JSON, with the signs that LIKE would read as wildcards taken literally. */
    private static String pattern(String text) {
        String quoted = TextNode.valueOf(text.replace("\0", "")).toString();
        String inner = quoted.substring(1, quoted.length() - 1);
        return "%" + inner.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
