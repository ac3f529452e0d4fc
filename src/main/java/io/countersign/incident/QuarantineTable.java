package io.countersign.incident;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.incident.intake.PlainText;
import io.countersign.incident.intake.RecordSplitter.Slice;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The quarantine as a table that only grows. */
@Repository
class QuarantineTable implements Quarantine {

    private static final int EXCERPT = 200;

    private final JdbcClient jdbc;
    private final EvidenceLog evidence;
    private final IncidentSettings settings;
    private final InstantSource clock;

    QuarantineTable(JdbcClient jdbc, EvidenceLog evidence, IncidentSettings settings, InstantSource clock) {
        this.jdbc = jdbc;
        this.evidence = evidence;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public IntakeOutcome.Quarantined keep(String source, int index, RecordProblem problem, byte[] body, Slice at) {
        UUID id = UUID.randomUUID();
        byte[] kept = Arrays.copyOfRange(body, at.from(), at.from() + (int) Math.min(at.length(), settings.maxRecordSize().toBytes()));
        jdbc.sql("""
                insert into quarantined_record (id, source, record_index, kind, pointer, reason, size, raw, received_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, source, index, problem.kind().name(), problem.pointer(), problem.reason(), at.length(), kept,
                        Timestamp.from(clock.instant()))
                .update();
        evidence.append(EvidenceEntry.of(EvidenceKind.ALERT_QUARANTINED, Actor.source(source)).with("record", id.toString())
                .with("index", index).with("pointer", problem.pointer()).with("reason", problem.reason()).with("size", at.length()));
        return new IntakeOutcome.Quarantined(id, problem);
    }

    @Override
    public List<QuarantinedRecord> list(String source, int offset, int limit) {
        return jdbc.sql("""
                select id, source, record_index, kind, pointer, reason, size, substring(raw for 800) as start, received_at
                from quarantined_record where (:source::text is null or source = :source)
                order by received_at desc, id offset :offset limit :limit""")
                .param("source", source).param("offset", offset).param("limit", limit).query(QuarantineTable::record).list();
    }

    @Override
    public long count(String source) {
        return jdbc.sql("select count(*) from quarantined_record where (:source::text is null or source = :source)")
                .param("source", source).query(Long.class).single();
    }

    @Override
    public Optional<byte[]> bytes(UUID id) {
        return jdbc.sql("select raw from quarantined_record where id = ?").param(id).query((row, number) -> row.getBytes("raw")).optional();
    }

    private static QuarantinedRecord record(ResultSet row, int number) throws SQLException {
        String start = new String(row.getBytes("start"), StandardCharsets.UTF_8);
        return new QuarantinedRecord(row.getObject("id", UUID.class), row.getString("source"), row.getInt("record_index"),
                RecordProblem.Kind.valueOf(row.getString("kind")), row.getString("pointer"), row.getString("reason"), row.getLong("size"),
                Objects.requireNonNullElse(PlainText.of(start, EXCERPT), ""), row.getTimestamp("received_at").toInstant());
    }
}
