package io.countersign.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.action.ActionDigest;
import io.countersign.action.ActionRequest;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.evidence.PlaybookRunId;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Assessments as append-only rows. */
@Repository
class JdbcAssessments implements Assessments {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final EvidenceLog evidence;
    private final AssessmentRowMapper rows;

    JdbcAssessments(JdbcClient jdbc, ObjectMapper json, EvidenceLog evidence) {
        this.jdbc = jdbc;
        this.json = json;
        this.evidence = evidence;
        this.rows = new AssessmentRowMapper(json);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Assessment assessment, String agentOwner) {
        ActionRequest request = assessment.request();
        RiskVerdict verdict = assessment.verdict();
        jdbc.sql("""
                insert into assessment (id, digest, canonical, action_type, target_kind, target, parameters, incident, playbook_run, playbook,
                    activity, agent, recommendation, facts, hits, decision, tier, rule, approver_teams, escalate_seconds, expire_seconds,
                    lease_seconds, reason, at)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(request.id(), assessment.digest().hex(), assessment.canonical(), request.actionType(), request.target().kind().name(),
                        request.target().value(), text(request.parameters()), request.incident().number(), request.playbookRun().value(),
                        request.playbook(), request.activity(), request.agent(), assessment.recommendation(), text(assessment.facts()),
                        text(assessment.hits()), assessment.decision(), verdict.tier().name(), verdict.rule(),
                        verdict.teams().toArray(String[]::new), verdict.escalateAfter().toSeconds(), verdict.expireAfter().toSeconds(),
                        verdict.lease().toSeconds(), verdict.reason(), Timestamp.from(assessment.at()))
                .update();
        evidence.append(entry(assessment, agentOwner));
    }

    private static EvidenceEntry entry(Assessment assessment, String agentOwner) {
        ActionRequest request = assessment.request();
        return EvidenceEntry.of(EvidenceKind.ACTION_ASSESSED, Actor.system("policy")).about(request.incident()).in(request.playbookRun())
                .digest(assessment.digest().hex()).with("actionType", request.actionType()).with("target", request.target().toString())
                .with("activity", request.activity()).with("requestedBy", request.agent()).with("requestedFor", agentOwner)
                .with("tier", assessment.verdict().tier().name()).with("rule", assessment.verdict().rule())
                .with("reason", assessment.verdict().reason()).with("decision", assessment.decision())
                .with("inputs", assessment.facts().asVariables());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Assessment> find(ActionDigest digest) {
        return jdbc.sql("select * from assessment where digest = ?").param(digest.hex()).query(rows).optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Assessment> latest(PlaybookRunId run, String activity) {
        return jdbc.sql("select * from assessment where playbook_run = ? and activity = ? order by number desc limit 1")
                .params(run.value(), activity).query(rows).optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Assessment> ofRun(PlaybookRunId run) {
        return jdbc.sql("select * from assessment where playbook_run = ? order by number").param(run.value()).query(rows).list();
    }

    @Override
    @Transactional(readOnly = true)
    public int count(PlaybookRunId run, String activity) {
        return jdbc.sql("select count(*) from assessment where playbook_run = ? and activity = ?").params(run.value(), activity)
                .query(Integer.class).single();
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("An assessment could not be written as JSON", unwritable);
        }
    }
}
