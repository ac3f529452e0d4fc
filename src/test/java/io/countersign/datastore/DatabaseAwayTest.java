package io.countersign.datastore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "53300", "53100", "58030"})
    void aServerThatCannotServeIsAwayHoweverDeepItStands(String state) {
        assertThat(DatabaseAway.caused(new IllegalStateException(new RuntimeException(new SQLException("any words", state))))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40001", "42P01", "22001"})
    void whatIsWrongWithTheQuestionIsNot(String state) {
        assertThat(DatabaseAway.caused(new RuntimeException(new SQLException("any words", state)))).isFalse();
    }

    @Test
    void thePoolsOwnWordsAreUnderstood() {
        assertThat(DatabaseAway.caused(new RuntimeException(new SQLException("Connection is closed")))).isTrue();
        assertThat(DatabaseAway.caused(new RuntimeException(new SQLTransientConnectionException("not available, request timed out")))).isTrue();
        assertThat(DatabaseAway.caused(new IllegalStateException("something else"))).isFalse();
    }
}
