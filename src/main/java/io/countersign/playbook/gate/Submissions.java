package io.countersign.playbook.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.evidence.Actor;
import io.countersign.proof.diff.AuthorityChanges;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All that was ever sent, newest first. */
@Repository
@Transactional(readOnly = true)
public class Submissions {

    private static final String ALL = """
            select s.*, v.activated, v.person, v.rationale, v.changes as seen, v.at as said_at
            from playbook_submission s left join playbook_verdict v on v.submission = s.id """;
    private static final String WAITING = " where s.outcome = 'WAITS' and v.submission is null";
    private static final TypeReference<List<AuthorityChanges>> CHANGES = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Submissions(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Submission sent) {
        jdbc.sql("""
                insert into playbook_submission (id, name, source, author_kind, author, bundle, playbooks, outcome, problems, changes, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)""")
                .params(sent.id(), sent.name(), sent.source(), sent.author().kind().name(), sent.author().id(), sent.bundle(),
                        sent.playbooks().toArray(String[]::new), sent.outcome().name(), sent.problems().toArray(String[]::new), text(sent.changes()),
                        Timestamp.from(sent.at()))
                .update();
    }

    /** The key of the table lets only the first of two persons through. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void decide(UUID submission, Verdict said) {
        jdbc.sql("insert into playbook_verdict (submission, activated, person, rationale, changes, at) values (?, ?, ?, ?, ?::jsonb, ?)")
                .params(submission, said.activated(), said.person(), said.rationale(), text(said.changes()), Timestamp.from(said.at())).update();
    }

    public Optional<Submission> find(UUID id) {
        return jdbc.sql(ALL + " where s.id = ?").param(id).query(this::read).optional();
    }

    public List<Submission> waiting() {
        return jdbc.sql(ALL + WAITING + " order by s.number desc").query(this::read).list();
    }

    public long countWaiting() {
        return jdbc.sql("select count(*) from playbook_submission s left join playbook_verdict v on v.submission = s.id" + WAITING).query(Long.class).single();
    }

    public List<Submission> latest(int limit) {
        return jdbc.sql(ALL + " order by s.number desc limit ?").param(limit).query(this::read).list();
    }

    public List<Submission> ofPlaybook(String key, int limit) {
        return jdbc.sql(ALL + " where ? = any (s.playbooks) order by s.number desc limit ?").params(key, limit).query(this::read).list();
    }

    /** The last one of each playbook. */
    public List<Submission> latestOfEach() {
        return jdbc.sql(ALL + " where s.number in (select max(number) from playbook_submission, unnest(playbooks) as key group by key) order by s.number desc")
                .query(this::read).list();
    }

    private Submission read(ResultSet row, int number) throws SQLException {
        String author = row.getString("author");
        Optional<Verdict> verdict = row.getString("person") == null ? Optional.empty() : Optional.of(new Verdict(row.getBoolean("activated"),
                row.getString("person"), row.getString("rationale"), changes(row.getString("seen")), row.getTimestamp("said_at").toInstant()));
        return new Submission(row.getObject("id", UUID.class), row.getString("name"), row.getString("source"),
                "PERSON".equals(row.getString("author_kind")) ? Actor.person(author) : Actor.system(author), row.getString("bundle"),
                List.of((String[]) row.getArray("playbooks").getArray()), Submission.Outcome.valueOf(row.getString("outcome")),
                List.of((String[]) row.getArray("problems").getArray()), changes(row.getString("changes")), row.getTimestamp("at").toInstant(), verdict);
    }

    private List<AuthorityChanges> changes(String text) {
        try {
            return json.readValue(text, CHANGES);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Kept changes cannot be read", unreadable);
        }
    }

    private String text(List<AuthorityChanges> changes) {
        try {
            return json.writeValueAsString(changes);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("Changes could not be written as JSON", unwritable);
        }
    }
}
