package io.countersign.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class DatabaseTestTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    @Autowired
    InstantSource clock;

    @Autowired
    MovableClock movable;

    @Test
    void entitiesAndRowsShareOneTransaction() {
        String query = "select txid_current()";
        assertThat(jdbc.sql(query).query(Long.class).single()).isEqualTo(entities.createNativeQuery(query, Long.class).getSingleResult());
    }

    @Test
    void theClockCanBeMoved() {
        movable.advance(Duration.ofHours(3));
        assertThat(clock.instant()).isAfter(Instant.now().plus(Duration.ofHours(2)));
    }
}
