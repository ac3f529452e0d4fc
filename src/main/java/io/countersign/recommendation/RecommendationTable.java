package io.countersign.recommendation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Advice as append-only rows, one statement for each table. */
@Repository
class RecommendationTable {

    private static final TypeReference<List<ProposalRow>> PROPOSALS = new TypeReference<>() { };

    private final JdbcClient jdbc;
    private final ObjectMapper json = new ObjectMapper();

    RecommendationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(RecommendationRow row) {
        Recommendation made = row.recommendation();
        jdbc.sql("""
                insert into recommendation (id, incident, playbook_run, agent, recommender, version, inputs, inputs_digest, output, status,
                    problems, at)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)""")
                .params(made.id(), made.incident().number(), made.playbookRun().value(), made.agent(), made.recommender(), made.version(),
                        row.inputs(), made.inputsDigest(), row.output(), row.status(), row.problems().toArray(String[]::new),
                        Timestamp.from(made.at()))
                .update();
        if (!made.proposals().isEmpty()) {
            jdbc.sql("""
                    insert into proposal (recommendation, place, action_type, target_kind, target, parameters, confidence, reasons, against,
                        if_nothing)
                    select ?, place, p."actionType", p."targetKind", p.target, p.parameters, p.confidence, p.reasons, p.against, p."ifNothing"
                    from rows from (jsonb_to_recordset(?::jsonb) as ("actionType" text, "targetKind" text, target text, parameters jsonb,
                        confidence double precision, reasons jsonb, against jsonb, "ifNothing" text))
                        with ordinality as p ("actionType", "targetKind", target, parameters, confidence, reasons, against, "ifNothing", place)""")
                    .params(made.id(), write(made.proposals().stream().map(ProposalRow::of).toList())).update();
        }
    }

    Optional<Recommendation> latest(PlaybookRunId run) {
        return jdbc.sql("""
                select r.id, r.incident, r.playbook_run, r.agent, r.recommender, r.version, r.inputs_digest, r.at,
                    (select jsonb_agg(jsonb_build_object('actionType', p.action_type, 'targetKind', p.target_kind, 'target', p.target,
                        'parameters', p.parameters, 'confidence', p.confidence, 'reasons', p.reasons, 'against', p.against,
                        'ifNothing', p.if_nothing) order by p.place) from proposal p where p.recommendation = r.id) as proposals
                from recommendation r where r.playbook_run = ? order by r.number desc limit 1""")
                .param(run.value()).query(this::recommendation).optional();
    }

    private Recommendation recommendation(ResultSet row, int index) throws SQLException {
        return new Recommendation(row.getObject("id", UUID.class), new IncidentId(row.getLong("incident")),
                new PlaybookRunId(row.getString("playbook_run")), row.getString("agent"), row.getString("recommender"), row.getString("version"),
                row.getString("inputs_digest"), row.getTimestamp("at").toInstant(), proposals(row.getString("proposals")));
    }

    private List<Proposal> proposals(String text) {
        try {
            return text == null ? List.of() : json.readValue(text, PROPOSALS).stream().map(ProposalRow::proposal).toList();
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A kept recommendation could not be read back", unreadable);
        }
    }

    private String write(List<ProposalRow> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A recommendation could not be written as JSON", unwritable);
        }
    }

    /** A proposal with its target in two columns. */
    private record ProposalRow(String actionType, String targetKind, String target, Map<String, String> parameters, double confidence,
                               List<String> reasons, List<String> against, String ifNothing) {

        static ProposalRow of(Proposal proposal) {
            return new ProposalRow(proposal.actionType(), proposal.target().kind().name(), proposal.target().value(), proposal.parameters(),
                    proposal.confidence(), proposal.reasons(), proposal.against(), proposal.ifNothing());
        }

        Proposal proposal() {
            return new Proposal(actionType, new Target(TargetKind.valueOf(targetKind), target), parameters, confidence, reasons, against, ifNothing);
        }
    }
}
