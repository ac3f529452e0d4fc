package io.countersign.connector.rpz;

import io.countersign.agent.CredentialVerifier;
import io.countersign.connector.CallClaims;
import io.countersign.connector.RunsInWorker;
import io.countersign.connector.SingleOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xbill.DNS.TSIG;

/** Builds the connector where a primary is configured. Starting does not need it to be up. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("countersign.connector.rpz.primary")
@RunsInWorker
class RpzConfiguration {

    @Bean
    RpzConnector rpzConnector(RpzSettings settings, CallClaims claims, CredentialVerifier verifier) {
        return connector(settings, claims, verifier);
    }

    static RpzConnector connector(RpzSettings settings, CallClaims claims, CredentialVerifier verifier) {
        TSIG key = KeyFile.read(settings);
        PolicyZone zone = PolicyZone.of(settings.zone());
        Primary primary = new Primary(settings, zone, key);
        Transfer transfer = new Transfer(settings, zone, key);
        Resolver resolver = new Resolver(settings, zone);
        SingleOrder orders = new SingleOrder(RpzConnector.ID, settings.connectTimeout().plus(settings.responseTimeout()), settings.responseTimeout().multipliedBy(2),
                claims, verifier);
        return new RpzConnector(zone, new ZoneOrders(zone, primary, orders), resolver, transfer, new RpzCheck(settings, zone, primary, transfer, resolver));
    }
}
