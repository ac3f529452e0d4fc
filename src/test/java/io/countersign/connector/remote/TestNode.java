package io.countersign.connector.remote;

import static org.mockito.Mockito.mock;

import io.countersign.agent.CredentialVerifier;
import io.countersign.connector.CallClaims;
import io.countersign.connector.Connector;
import io.countersign.evidence.SparingEvidence;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The end of the line that a node has, with a page that is open to everybody, and with books that are given; the line itself is real. */
public final class TestNode implements AutoCloseable {

    public static final String PAGE = "a page for everybody";

    private final ServletWebServerApplicationContext context;
    private final SparingEvidence evidence;

    private TestNode(ServletWebServerApplicationContext context) {
        this.context = context;
        this.evidence = context.getBean(SparingEvidence.class);
    }

    /** @param port for workers, 0 for any @param authority of the workers @param settings beneath {@code countersign.connector.remote}, or of Spring, {@code name=value} */
    public static TestNode start(int port, Path authority, TestAuthority.Pem own, CallClaims claims, CredentialVerifier verifier, String... settings) {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--countersign.connector.remote.port=" + port,
                "--spring.ssl.bundle.pem.workers.keystore.certificate=" + own.certificate(), "--spring.ssl.bundle.pem.workers.keystore.private-key=" + own.key(),
                "--spring.ssl.bundle.pem.workers.truststore.certificate=" + authority));
        List.of(settings).forEach(setting -> arguments.add("--" + (setting.startsWith("spring.") ? "" : "countersign.connector.remote.") + setting));
        SpringApplication node = new SpringApplication(Wiring.class);
        node.addInitializers(empty -> {
            GenericApplicationContext beans = (GenericApplicationContext) empty;
            beans.registerBean("claims", CallClaims.class, () -> claims);
            beans.registerBean("verifier", CredentialVerifier.class, () -> verifier);
            beans.registerBean("evidence", SparingEvidence.class, () -> mock(SparingEvidence.class));
        });
        return new TestNode((ServletWebServerApplicationContext) node.run(arguments.toArray(String[]::new)));
    }

    public URI line() {
        return URI.create("https://localhost:" + context.getBean(WorkerPort.class).number());
    }

    public URI pages() {
        return URI.create("http://localhost:" + context.getWebServer().getPort());
    }

    public Connector connector(String id) {
        return context.getBean(RemoteConnectors.class).connectors().stream().filter(connector -> connector.id().equals(id)).findFirst().orElseThrow();
    }

    /** A mock that was told everything that would be on the record. */
    public SparingEvidence evidence() {
        return evidence;
    }

    @Override
    public void close() {
        context.close();
    }

    @EnableWebSecurity
    @EnableConfigurationProperties(RemoteSettings.class)
    @ImportAutoConfiguration({ServletWebServerFactoryAutoConfiguration.class, DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class,
            HttpMessageConvertersAutoConfiguration.class, JacksonAutoConfiguration.class, SslAutoConfiguration.class})
    @Import({RemoteConfiguration.class, WorkerSecurity.class, OrderController.class, StepController.class, LineAdvice.class})
    static class Wiring {

        @Bean
        InstantSource clock() {
            return InstantSource.system();
        }

        @Bean
        SecurityFilterChain everybody(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll()).build();
        }

        @Bean
        RouterFunction<ServerResponse> page() {
            return RouterFunctions.route().GET("/", request -> ServerResponse.ok().body(PAGE)).build();
        }
    }
}
