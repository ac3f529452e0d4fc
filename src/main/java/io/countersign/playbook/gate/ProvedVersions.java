package io.countersign.playbook.gate;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which bundle each deployment and version of the engine came from. */
@Repository
@Transactional(readOnly = true)
public class ProvedVersions {

    private static final String VERSIONS = "select v.*, d.bundle, d.submission from playbook_version v join playbook_deployment d using (deployment)";

    private final JdbcClient jdbc;
    private final InstantSource clock;

    ProvedVersions(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void addDeployment(String deployment, String bundle, UUID submission) {
        jdbc.sql("insert into playbook_deployment (deployment, bundle, submission, at) values (?, ?, ?, ?)")
                .params(deployment, bundle, submission, Timestamp.from(clock.instant())).update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(String definition, String playbook, int version, String deployment, String file) {
        jdbc.sql("insert into playbook_version (definition, playbook, version, deployment, file) values (?, ?, ?, ?, ?)")
                .params(definition, playbook, version, deployment, file).update();
    }

    public Optional<ProvedVersion> find(String definition) {
        return jdbc.sql(VERSIONS + " where v.definition = ?").param(definition).query(ProvedVersion.class).optional();
    }

    /** Whether nothing went through the gate so far: the database is older than it. */
    public boolean none() {
        return jdbc.sql("select not exists (select 1 from playbook_deployment)").query(Boolean.class).single();
    }

    public Optional<String> bundle(String deployment) {
        return jdbc.sql("select bundle from playbook_deployment where deployment = ?").param(deployment).query(String.class).optional();
    }

    /** Hash that a file of a deployment had when it came through the gate. */
    public Optional<String> fileHash(String deployment, String file) {
        return jdbc.sql("select f.sha256 from playbook_deployment d join playbook_bundle_file f using (bundle) where d.deployment = ? and f.name = ?")
                .params(deployment, file).query(String.class).optional();
    }

    /** Versions of one playbook, newest first. */
    public List<ProvedVersion> ofPlaybook(String key) {
        return jdbc.sql(VERSIONS + " where v.playbook = ? order by v.version desc").param(key).query(ProvedVersion.class).list();
    }
}
