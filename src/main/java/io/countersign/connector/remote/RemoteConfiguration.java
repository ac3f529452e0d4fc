package io.countersign.connector.remote;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.evidence.SparingEvidence;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The node's end of the line, where a port is configured for it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("countersign.connector.remote.port")
class RemoteConfiguration {

    @Bean
    RemoteOrders remoteOrders(RemoteSettings settings, InstantSource clock) {
        return new RemoteOrders(settings, clock);
    }

    @Bean
    RemoteConnectors remoteConnectors(RemoteSettings settings, RemoteOrders orders) {
        return new RemoteConnectors(settings, orders);
    }

    @Bean
    WorkerRegister workerRegister(RemoteSettings settings, SparingEvidence evidence) {
        return new WorkerRegister(settings, evidence);
    }

    @Bean
    WorkerPort workerPort(RemoteSettings settings, SslBundles bundles) {
        return new WorkerPort(settings, bundles);
    }

    @Bean
    Body body(ObjectMapper json) {
        return new Body(json);
    }
}
