package io.countersign.playbook;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.orm.jpa.JpaSystemException;

class TriagePumpTest {

    private static final int PATIENCE = 20_000;

    private final Triage triage = mock(Triage.class);
    private final TriagePump pump = new TriagePump(triage, new PlaybookSettings(Duration.ofHours(1), 1, Duration.ofSeconds(60), Duration.ofMillis(5), 1, Duration.ofSeconds(1)));

    @AfterEach
    void stop() {
        pump.stop();
    }

    @Test
    void aDatabaseThatIsAwayPutsNoIncidentAside() {
        when(triage.next()).thenThrow(new JpaSystemException(new RuntimeException("Unable to rollback", new SQLException("Connection is closed"))));
        pump.start();
        verify(triage, timeout(PATIENCE).atLeast(20)).next();
        verify(triage, never()).putAside(any());
    }

    @Test
    void anIncidentThatFailsAgainAndAgainIsPutAside() {
        when(triage.next()).thenThrow(new IllegalStateException("no playbook can be started with this"));
        pump.start();
        verify(triage, timeout(PATIENCE).atLeastOnce()).putAside(any());
        verify(triage, atLeast(4)).next();
    }
}
