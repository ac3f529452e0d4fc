package io.countersign.datastore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchemaTest {

    private final JdbcClient application = TestDatabase.jdbcClient();
    private final JdbcClient owner = JdbcClient.create(TestDatabase.ownerDataSource());

    @ParameterizedTest
    @ValueSource(strings = {"create table mine (id int)", "drop table act_ru_execution", "alter table act_ru_execution add column x int",
            "create role another", "truncate act_ru_execution", "delete from flyway_schema_history",
            "alter table evidence disable trigger append_only", "set session_replication_role = replica"})
    void theProductMayNotChangeItsSchema(String statement) {
        assertThatThrownBy(() -> application.sql(statement).update()).rootCause().hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void theProductOwnsNothing() {
        assertThat(application.sql("select count(*) from pg_class where relowner = current_user::regrole").query(Long.class).single()).isZero();
    }

    @Test
    void theProductMayOnlyReadAndAddKeptRows() {
        List<String> changeable = application.sql("""
                select c.relname from pg_class c join pg_trigger t on t.tgrelid = c.oid and t.tgname = 'append_only'
                where has_table_privilege(c.oid, 'update, delete, truncate') or not has_table_privilege(c.oid, 'select')
                """).query(String.class).list();
        assertThat(changeable).isEmpty();
        assertThat(application.sql("select count(*) from pg_trigger where tgname = 'append_only'").query(Long.class).single()).isPositive();
    }

    @Test
    void theEngineFindsItsTablesAndTheVersionItExpects() {
        assertThat(application.sql("select value_ from act_ge_property where name_ = 'schema.version'").query(String.class).single())
                .isEqualTo("fox");
        assertThat(owner.sql("select count(*) from act_ge_schema_log").query(Long.class).single()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void whatIsCommittedSurvivesACrash(String setting) {
        assertThat(application.sql("show " + setting).query(String.class).single()).isEqualTo("on");
    }

    @Test
    void nobodyIsTrustedWithoutAPassword() {
        assertThat(owner.sql("select distinct auth_method from pg_hba_file_rules").query(String.class).list()).containsExactly("scram-sha-256");
    }
}
