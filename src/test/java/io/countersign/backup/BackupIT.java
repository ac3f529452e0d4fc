package io.countersign.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.countersign.testing.InstalledPostgres;
import io.countersign.testing.RunningJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The books are restored from an ordinary dump that is older than the last effect, with the commands of the README. What the product holds stays as
 * it is meanwhile: the pretended products are rows, too, and those go on as they are, as real ones would.
 */
class BackupIT {

    private static final String LATER = "198.51.100.77";
    private static final String WORLD = "--table=sandbox_target --table=sandbox_call --table=sandbox_training";

    @TempDir
    Path folder;

    @Test
    void afterARestoreTheEffectThatTheBackupDoesNotKnowIsFoundAndWhatItKnowsComesBack() throws Exception {
        Path home = folder.resolve("home");
        String run;
        String effect;
        try (InstalledPostgres lost = InstalledPostgres.start(folder.resolve("lost"), ""); InstalledPostgres fresh = InstalledPostgres.start(folder.resolve("fresh"), "")) {
            JdbcClient before = lost.as(InstalledPostgres.OWNER);
            try (RunningJar product = RunningJar.start(lost, home)) {
                run = first(before, "select h.playbook_run from lease l join lease_holder h on h.lease = l.id where l.state = 'ACTIVE' limit 1");
                lost.run(command("pg_dump"));
                product.alert(LATER);
                effect = first(before, "select effect_run from lease where state = 'ACTIVE' and target = '" + LATER + "'");
            }
            Files.copy(lost.folder().resolve("countersign.dump"), fresh.folder().resolve("countersign.dump"), StandardCopyOption.COPY_ATTRIBUTES);
            fresh.run(command("pg_restore"));
            JdbcClient restored = fresh.as(InstalledPostgres.OWNER);
            theWorldGoesOn(lost, fresh);
            assertThat(known(restored, effect)).as("rows about the effect in the backup").isZero();
            theRoleOfTheProductHasTheSameRights(before, restored);
            theRecordCanOnlyGrow(fresh);
            String migrations = "select string_agg(version || ' ' || checksum || ' ' || installed_on, ',' order by installed_rank) from flyway_schema_history";
            String migrated = restored.sql(migrations).query(String.class).single();
            try (RunningJar product = RunningJar.start(fresh, home)) {
                assertThat(restored.sql(migrations).query(String.class).single()).as("migrations").isEqualTo(migrated);
                assertThat(first(restored, "select action_run from evidence where kind = 'ORPHAN_FOUND'")).isEqualTo(effect);
                assertThat(blocked(restored)).as("only reported").isEqualTo("true");
                product.order("/api/runs/" + run + "/rollback", "The books were restored; all back", "chiara.conti");
                patiently().until(() -> restored.sql("select count(*) = 0 from action_run where playbook_run = ? and ours and state <> 'RESTORED'").param(run)
                        .query(Boolean.class).single());
                patiently().until(() -> restored.sql("select state from playbook_run where id = ?").param(run).query(String.class).single().equals("ENDED"));
                assertThat(restored.sql("select count(*) from sandbox_call c join action_run a on a.id = c.action_run where a.playbook_run = ? and c.verb = 'UNDO'").param(run)
                        .query(Long.class).single()).as("undos on the product").isPositive();
            }
            theRoleOfTheProductHasTheSameRights(before, restored);
        }
    }

    /** What was done since the dump is not in the books, and is on the products. */
    private static void theWorldGoesOn(InstalledPostgres lost, InstalledPostgres fresh) throws Exception {
        lost.run("pg_dump --format=custom --data-only " + WORLD + " --file=world.dump countersign");
        Files.copy(lost.folder().resolve("world.dump"), fresh.folder().resolve("world.dump"));
        fresh.run("psql --set=ON_ERROR_STOP=1 --command='truncate sandbox_target, sandbox_call, sandbox_training' countersign");
        fresh.run("pg_restore --exit-on-error --dbname=countersign world.dump");
        fresh.run("psql --set=ON_ERROR_STOP=1 --command='update reconcile_turn set next_at = now()' countersign");
    }

    private static void theRoleOfTheProductHasTheSameRights(JdbcClient before, JdbcClient restored) {
        String grants = "select relname || ' ' || coalesce(relacl::text, '') from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'S') order by 1";
        List<String> as = restored.sql(grants).query(String.class).list();
        assertThat(as).hasSizeGreaterThan(50).isEqualTo(before.sql(grants).query(String.class).list());
        assertThat(restored.sql("select count(*) from pg_class where relowner = 'countersign_app'::regrole").query(Long.class).single()).as("owned by the product's role").isZero();
        String triggers = "select tgrelid::regclass::text || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal order by 1";
        assertThat(restored.sql(triggers).query(String.class).list()).isEqualTo(before.sql(triggers).query(String.class).list());
    }

    private static void theRecordCanOnlyGrow(InstalledPostgres fresh) {
        for (String role : List.of(InstalledPostgres.APPLICATION, InstalledPostgres.OWNER)) {
            for (String change : List.of("delete from evidence", "update evidence set actor = 'somebody'", "truncate evidence", "update assessment set reason = ''")) {
                assertThatThrownBy(() -> fresh.as(role).sql(change).update()).as(role + ": " + change).isInstanceOf(DataAccessException.class);
            }
        }
        assertThatThrownBy(() -> fresh.as(InstalledPostgres.APPLICATION).sql("alter table evidence disable trigger all").update()).isInstanceOf(DataAccessException.class);
    }

    private static long known(JdbcClient books, String effect) {
        return books.sql("select count(*) from action_run where id = ?").param(UUID.fromString(effect)).query(Long.class).single();
    }

    private static String blocked(JdbcClient books) {
        return books.sql("select attributes ->> 'blocked' from sandbox_target where value = ?").param(LATER).query(String.class).single();
    }

    private static String first(JdbcClient books, String query) {
        return patiently().until(() -> books.sql(query).query(String.class).list(), found -> !found.isEmpty()).get(0);
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(100));
    }

    /** As it stands in the README. */
    private static String command(String tool) throws Exception {
        Matcher line = Pattern.compile("`(" + tool + " [^`]+)`").matcher(Files.readString(Path.of("README.md")));
        assertThat(line.find()).as("a command with " + tool + " in the README").isTrue();
        return line.group(1);
    }
}
