package io.countersign.playbook.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.action.ActionCatalogue;
import io.countersign.proof.ActionAuthority;
import io.countersign.proof.AuthorityProof;
import io.countersign.proof.Finding;
import io.countersign.proof.Proof;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Proves each bundle once for each version of the rules, and keeps what came out. */
@Repository
public class Proofs {

    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {
    };
    private static final TypeReference<List<ActionAuthority>> AUTHORITY = new TypeReference<>() {
    };

    private final AuthorityProof prover;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final InstantSource clock;

    Proofs(ActionCatalogue catalogue, JdbcClient jdbc, ObjectMapper json, InstantSource clock) {
        this.prover = new AuthorityProof(catalogue);
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** One for each playbook of the bundle, by the rules of today; made now if there is none yet. */
    @Transactional
    public List<Proof> of(Bundle bundle) {
        return bundle.files().playbooks().stream().map(file -> find(bundle.hash(), file, AuthorityProof.RULES).orElseGet(() -> prove(bundle, file))).toList();
    }

    /** The newest proof of one file of a bundle, by whatever rules. */
    @Transactional(readOnly = true)
    public Optional<Proof> newest(String bundle, String file) {
        return jdbc.sql("select * from playbook_proof where bundle = ? and file = ? order by number desc limit 1").params(bundle, file).query(this::read).optional();
    }

    /** The newest proof of each playbook of a bundle. */
    @Transactional(readOnly = true)
    public List<Proof> ofBundle(String bundle) {
        return jdbc.sql("select distinct on (file) * from playbook_proof where bundle = ? order by file, number desc").param(bundle).query(this::read).list();
    }

    private Optional<Proof> find(String bundle, String file, String rules) {
        return jdbc.sql("select * from playbook_proof where bundle = ? and file = ? and rules = ?").params(bundle, file, rules).query(this::read).optional();
    }

    private Proof prove(Bundle bundle, String file) {
        Proof proof = prover.prove(bundle.files(), file);
        keep(bundle.hash(), proof);
        return proof;
    }

    void keep(String bundle, Proof proof) {
        jdbc.sql("""
                insert into playbook_proof (bundle, file, rules, sha256, playbook, holds, states, took_micros, findings, authority, name, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?) on conflict do nothing""")
                .params(bundle, proof.file(), proof.rules(), proof.sha256(), proof.process(), proof.holds(), proof.states(), proof.took().toNanos() / 1000,
                        text(proof.findings()), text(proof.actions()), proof.name(), Timestamp.from(clock.instant()))
                .update();
    }

    private Proof read(ResultSet row, int number) throws SQLException {
        return new Proof(row.getString("file"), row.getString("playbook"), row.getString("name"), row.getString("sha256"), row.getString("rules"),
                row.getLong("states"), Duration.ofNanos(row.getLong("took_micros") * 1000), value(row.getString("authority"), AUTHORITY),
                value(row.getString("findings"), FINDINGS));
    }

    private <T> T value(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A kept proof cannot be read", unreadable);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A proof could not be written as JSON", unwritable);
        }
    }
}
