package io.countersign.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class RoutedConnectorsTest {

    private final Connector sandbox = aConnector("sandbox", true, "isolate-host", "disable-account");
    private final Connector ldap = aConnector("ldap", false, "disable-account");

    @Test
    void theSandboxTakesWhatNobodyRouted() {
        assertThat(connectors(Map.of(), sandbox, ldap).forAction("disable-account")).isSameAs(sandbox);
    }

    @Test
    void aRouteWinsOverTheSandbox() {
        Connectors routed = connectors(Map.of("disable-account", "ldap"), sandbox, ldap);
        assertThat(routed.forAction("disable-account")).isSameAs(ldap);
        assertThat(routed.forAction("isolate-host")).isSameAs(sandbox);
    }

    @Test
    void aRealProductIsNeverReachedWithoutARoute() {
        assertThatThrownBy(() -> connectors(Map.of(), ldap).forAction("disable-account"))
                .isInstanceOf(NoConnector.class).hasMessageContaining("countersign.connector.routes.disable-account");
    }

    @Test
    void withoutAnyConnectorEverythingIsRefused() {
        assertThatThrownBy(() -> connectors(Map.of()).forAction("isolate-host")).isInstanceOf(NoConnector.class).hasMessageContaining("none");
        assertThatThrownBy(() -> connectors(Map.of()).byId("sandbox")).isInstanceOf(NoConnector.class);
    }

    @Test
    void aRouteToAnUnknownConnectorStopsTheStart() {
        assertThatThrownBy(() -> connectors(Map.of("isolate-host", "edr"), sandbox))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("routes.isolate-host").hasMessageContaining("'edr'");
    }

    @Test
    void aRouteToAConnectorThatCannotStopsTheStart() {
        assertThatThrownBy(() -> connectors(Map.of("isolate-host", "ldap"), sandbox, ldap))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("cannot do 'isolate-host'");
    }

    @Test
    void whatIsDoneToCountersignItselfNeedsNoRouteAndTakesNone() {
        Connector itself = aConnector("countersign", false, "suspend-agent");
        when(itself.itself()).thenReturn(true);
        Connector other = aConnector("other", false, "suspend-agent");
        assertThat(connectors(Map.of(), sandbox, itself).forAction("suspend-agent")).isSameAs(itself);
        assertThatThrownBy(() -> connectors(Map.of("suspend-agent", "other"), other, itself)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("routes.suspend-agent").hasMessageContaining("Countersign itself");
    }

    @Test
    void twoConnectorsOfOneIdStopTheStart() {
        assertThatThrownBy(() -> connectors(Map.of(), ldap, aConnector("ldap", false, "x"))).isInstanceOf(IllegalStateException.class);
    }

    private static Connectors connectors(Map<String, String> routes, Connector... connectors) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        List.of(connectors).forEach(connector -> beans.addBean("bean-" + System.identityHashCode(connector), connector));
        return new RoutedConnectors(beans.getBeanProvider(Connector.class), beans.getBeanProvider(ConnectorFamily.class), new ConnectorSettings(routes));
    }

    private static Connector aConnector(String id, boolean sandbox, String... actions) {
        Connector connector = mock(Connector.class);
        when(connector.id()).thenReturn(id);
        when(connector.sandbox()).thenReturn(sandbox);
        when(connector.actionTypes()).thenReturn(Set.of(actions));
        return connector;
    }
}
