package io.countersign.playbook.gate;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The bytes of all that was ever sent, each content once. */
@Repository
public class Bundles {

    private final JdbcClient jdbc;

    Bundles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Bundle bundle) {
        bundle.hashes().forEach((name, sha256) -> {
            jdbc.sql("insert into playbook_file (sha256, content) values (?, ?) on conflict do nothing")
                    .params(sha256, bundle.files().byName().get(name)).update();
            jdbc.sql("insert into playbook_bundle_file (bundle, name, sha256) values (?, ?, ?) on conflict do nothing")
                    .params(bundle.hash(), name, sha256).update();
        });
    }

    @Transactional(readOnly = true)
    public Optional<Bundle> find(String hash) {
        Map<String, byte[]> files = new TreeMap<>();
        jdbc.sql("select b.name, f.content from playbook_bundle_file b join playbook_file f using (sha256) where b.bundle = ?").param(hash)
                .query(row -> {
                    files.put(row.getString("name"), row.getBytes("content"));
                });
        return files.isEmpty() ? Optional.empty() : Optional.of(Bundle.of(files));
    }
}
