package io.countersign.connector.nftables;

import io.countersign.agent.CredentialVerifier;
import io.countersign.connector.CallClaims;
import io.countersign.connector.RunsInWorker;
import io.countersign.connector.SingleOrder;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the firewall connector where a firewall is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("countersign.connector.nftables.host")
@RunsInWorker
class NftablesConfiguration {

    @Bean
    NftablesConnector nftablesConnector(NftablesSettings settings, CallClaims claims, CredentialVerifier verifier) {
        return connector(settings, claims, verifier);
    }

    static NftablesConnector connector(NftablesSettings settings, CallClaims claims, CredentialVerifier verifier) {
        Commands commands = new Commands(settings);
        SshHost host = new SshHost(SshConnection.open(settings), settings);
        Firewall firewall = new Firewall(host, commands);
        // Waiting for a turn, for the one who connects, for a connection and for the sign-in; then for the channel and for the answer.
        Duration sendWithin = settings.connectTimeout().multipliedBy(4);
        SingleOrder orders = new SingleOrder(NftablesConnector.ID, sendWithin, settings.responseTimeout().multipliedBy(2), claims, verifier);
        return new NftablesConnector(firewall, new BlockAddress(firewall, settings), new FirewallCheck(host, commands, settings), orders);
    }
}
