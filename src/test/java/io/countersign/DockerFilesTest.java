package io.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.connector.remote.RemoteSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.MapPropertySource;
import org.yaml.snakeyaml.Yaml;

/** What {@code docker/} promises about how the product is run. The files are not run here. */
class DockerFilesTest {

    private static final String PINNED = "[a-z0-9./-]+:\\d+\\.\\d+[.\\w-]*";

    private final JsonNode compose = new ObjectMapper().valueToTree(new Yaml().load(Files.readString(Path.of("docker/compose.yaml"))));
    private final List<String> image = Files.readAllLines(Path.of("docker/Dockerfile"));

    DockerFilesTest() throws IOException {
    }

    @Test
    void everyServiceRunsWithoutPrivilegesOnAReadOnlyFileSystem() {
        assertThat(compose.get("services")).hasSize(2).allSatisfy(service -> {
            assertThat(service.path("read_only").asBoolean()).isTrue();
            assertThat(service.path("cap_drop")).singleElement().extracting(JsonNode::asText).isEqualTo("ALL");
            assertThat(service.path("security_opt").toString()).contains("no-new-privileges:true");
        });
    }

    @Test
    void noPasswordHasADefault() {
        assertThat(compose.get("services")).flatExtracting(service -> service.get("environment").properties())
                .filteredOn(variable -> variable.getKey().endsWith("PASSWORD")).hasSize(4)
                .allSatisfy(variable -> assertThat(variable.getValue().asText()).matches("\\$\\{[A-Z_]+:\\?.+}"));
        assertThat(lines("docker/.env.example")).filteredOn(line -> line.contains("PASSWORD=")).hasSize(2).allMatch(line -> line.endsWith("="));
    }

    @Test
    void imagesArePinnedAndTheProductDoesNotRunAsRoot() {
        assertThat(compose.get("services")).extracting(service -> service.get("image").asText()).allMatch(name -> name.matches(PINNED));
        assertThat(image).filteredOn(line -> line.startsWith("FROM ")).hasSize(2).allMatch(line -> line.split(" ")[1].matches(PINNED));
        assertThat(image).filteredOn(line -> line.startsWith("USER ")).last().asString().matches("USER [1-9]\\d*:[1-9]\\d*");
    }

    @Test
    void aClusterGetsTwoPodsWithoutPrivilegesOfWhichOneAlwaysStays() throws IOException {
        Map<String, JsonNode> parts = cluster("docker/kubernetes.yaml");
        JsonNode nodes = parts.get("StatefulSet").get("spec");
        JsonNode pod = nodes.at("/template/spec");
        JsonNode container = pod.at("/containers/0");
        assertThat(nodes.get("replicas").asInt()).isEqualTo(2);
        assertThat(parts.get("PodDisruptionBudget").at("/spec/minAvailable").asInt()).isEqualTo(1);
        assertHasNoPrivileges(pod);
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/actuator/health/liveness");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/actuator/health/readiness");
        assertThat(container.get("env")).filteredOn(variable -> variable.get("name").asText().endsWith("PASSWORD")).hasSize(2)
                .allMatch(variable -> variable.at("/valueFrom/secretKeyRef/name").isTextual());
        List.of("StatefulSet", "Service", "PodDisruptionBudget").forEach(kind -> assertThat(parts.get(kind).at("/spec/selector").toString())
                .contains("\"app.kubernetes.io/name\":\"countersign\""));
        assertThat(parts).containsKeys("NetworkPolicy", "ServiceAccount");
    }

    @Test
    void aWorkerHasNoPrivilegesNobodyReachesItAndItReachesTheNodesAndItsProductOnly() throws IOException {
        Map<String, JsonNode> parts = cluster("docker/kubernetes.worker.yaml");
        assertHasNoPrivileges(parts.get("Deployment").at("/spec/template/spec"));
        assertThat(parts.get("ServiceAccount").get("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(parts.get("NetworkPolicy").at("/spec/ingress")).isEmpty();
        assertThat(parts.get("NetworkPolicy").at("/spec/policyTypes").toString()).contains("Ingress", "Egress");
        assertThat(parts.get("NetworkPolicy").at("/spec/egress")).hasSize(3);
        JsonNode composed = yaml("docker/compose.worker.yaml");
        JsonNode worker = composed.at("/services/worker");
        assertThat(worker.path("read_only").asBoolean()).isTrue();
        assertThat(worker.path("cap_drop").toString()).isEqualTo("[\"ALL\"]");
        assertThat(worker.path("security_opt").toString()).contains("no-new-privileges:true");
        assertThat(worker.has("ports")).isFalse();
        assertThat(worker.at("/environment/COUNTERSIGN_CONNECTOR_LDAP_PASSWORD").asText()).matches("\\$\\{[A-Z_]+:\\?.+}");
        assertThat(composed.at("/services/countersign/networks").toString()).doesNotContain("segment");
    }

    /** What the nodes are told on their command line is the same in both files, and is bound as it stands. */
    @Test
    void theNodesAreToldWhichWorkerServesWhat() throws IOException {
        JsonNode composed = yaml("docker/compose.worker.yaml").at("/services/countersign/command");
        JsonNode patched = yaml("docker/kubernetes.line.yaml").at("/spec/template/spec/containers/0/args");
        assertThat(patched).isEqualTo(composed).isNotEmpty();
        Map<String, Object> settings = new HashMap<>();
        composed.forEach(argument -> settings.put(argument.asText().substring(2).split("=")[0], argument.asText().split("=", 2)[1]));
        var bound = new Binder(ConfigurationPropertySource.from(new MapPropertySource("command", settings)))
                .bind("countersign.connector.remote", RemoteSettings.class).get();
        assertThat(bound.port()).isEqualTo(8443);
        assertThat(bound.products().get("ldap").workers()).containsExactly("worker-dmz");
    }

    private void assertHasNoPrivileges(JsonNode pod) {
        JsonNode container = pod.at("/containers/0");
        assertThat(pod.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/runAsUser").asText()).isEqualTo(image.stream().filter(line -> line.startsWith("USER ")).findFirst().orElseThrow()
                .replaceAll("USER (\\d+):.*", "$1"));
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(container.at("/securityContext/capabilities/drop/0").asText()).isEqualTo("ALL");
    }

    /** By kind; of two of a kind, the last. */
    private static Map<String, JsonNode> cluster(String file) throws IOException {
        Map<String, JsonNode> parts = new HashMap<>();
        new Yaml().loadAll(Files.readString(Path.of(file))).forEach(part -> {
            JsonNode node = new ObjectMapper().valueToTree(part);
            parts.put(node.get("kind").asText(), node);
        });
        return parts;
    }

    private static JsonNode yaml(String file) throws IOException {
        return new ObjectMapper().valueToTree(new Yaml().load(Files.readString(Path.of(file))));
    }

    private static List<String> lines(String file) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
