package io.countersign.datastore;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.testing.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DurabilityTest {

    @Test
    void aServerThatConfirmsBeforeItWritesIsRefusedWhenItIsOurs() throws SQLException {
        try (Connection connection = TestDatabase.dataSource().getConnection(); var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
            assertThatThrownBy(() -> Durability.require(connection, true)).hasMessageContaining("synchronous_commit=off");
            assertThatCode(() -> Durability.require(connection, false)).doesNotThrowAnyException();
            statement.execute("reset synchronous_commit");
        }
    }

    @Test
    void aServerWithoutFsyncIsRefusedWhoeverRunsIt() throws SQLException, IOException {
        try (EmbeddedPostgres careless = EmbeddedPostgres.builder().setOverrideWorkingDirectory(EmbeddedServerTest.PROGRAMS.toFile()).start();
             Connection connection = careless.getPostgresDatabase().getConnection()) {
            assertThatThrownBy(() -> Durability.require(connection, false)).isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("fsync=off");
        }
    }
}
