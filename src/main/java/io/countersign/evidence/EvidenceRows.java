package io.countersign.evidence;

import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Appends rows to the record, numbered in the order given, with one statement however many there are. */
@Repository
class EvidenceRows {

    private final JdbcClient jdbc;

    EvidenceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<PendingEvidence.Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into evidence (at, kind, actor_kind, actor, owner, incident, playbook_run, action_run, digest, facts)
                select at::timestamptz, kind, actor_kind, actor, owner, incident, playbook_run, action_run::uuid, digest, facts::jsonb
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
                    with ordinality as line(at, kind, actor_kind, actor, owner, incident, playbook_run, action_run, digest, facts, place)
                order by place""")
                .params(texts(lines, line -> line.at().toString()), texts(lines, line -> line.entry().kind().name()),
                        texts(lines, line -> line.entry().actor().kind().name()), texts(lines, line -> line.entry().actor().id()),
                        texts(lines, line -> line.entry().actor().owner()), incidents(lines), texts(lines, line -> text(line.entry().playbookRun())),
                        texts(lines, line -> text(line.entry().actionRun())), texts(lines, line -> line.entry().digest()),
                        texts(lines, PendingEvidence.Line::facts))
                .update();
    }

    private static Long[] incidents(List<PendingEvidence.Line> lines) {
        return lines.stream().map(line -> line.entry().incident() == null ? null : line.entry().incident().number()).toArray(Long[]::new);
    }

    private static String[] texts(List<PendingEvidence.Line> lines, Function<PendingEvidence.Line, String> column) {
        return lines.stream().map(column).toArray(String[]::new);
    }

    private static String text(PlaybookRunId run) {
        return run == null ? null : run.value();
    }

    private static String text(ActionRunId run) {
        return run == null ? null : run.value().toString();
    }
}
