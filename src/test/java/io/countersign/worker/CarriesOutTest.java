package io.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.countersign.connector.Connector;
import io.countersign.connector.remote.RemoteOrder;
import io.countersign.connector.remote.RemoteResult.Failed;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CarriesOutTest {

    /** A class that is missing, for instance: the thread of the worker goes on, and the node hears at once that nobody knows. */
    @Test
    void anErrorOfAConnectorEndsTheOrderAndNotTheThread() {
        Connector connector = mock(Connector.class);
        when(connector.id()).thenReturn("gate");
        when(connector.check()).thenThrow(new NoClassDefFoundError("org/example/Missing"));
        RemoteOrder order = new RemoteOrder(UUID.randomUUID(), RemoteOrder.Kind.CHECK, "gate", null, null);
        assertThat(new CarriesOut(List.of(connector)).order(null, order)).isEqualTo(new Failed(Failed.Cause.BROKEN, "NoClassDefFoundError"));
    }
}
