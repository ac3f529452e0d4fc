package io.countersign.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The sensors: each alert starts one of the seven playbooks, and is sent until a node says that it has it; some are sent twice. */
final class Alerts {

    private record Kind(String technique, List<String> things) {
    }

    private static final List<Kind> KINDS = List.of(new Kind("T1595", List.of("address")), new Kind("T1078", List.of("account")),
            new Kind("T1486", List.of("host", "address")), new Kind("T1566", List.of("message", "sender", "url")),
            new Kind("T1552", List.of("api-key", "cloud-principal", "application")), new Kind("T1567", List.of("address", "domain", "account", "bucket")),
            new Kind("T1595", List.of("agent")));
    private static final List<String> SEVERITIES = List.of("medium", "high", "high", "critical");
    private static final Map<String, String> NAMES = Map.of("address", "203.0.113.%d", "account", "user-%d@corp.example", "host", "ws-%d.corp.example",
            "message", "message-%d", "sender", "sender-%d@example.net", "url", "https://u-%d.example.net/renew", "api-key", "AKIA0000%d",
            "cloud-principal", "arn:aws:iam::111122223333:user/u%d", "application", "application-%d", "domain", "d-%d.example.net");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The incidents whose alerts were taken. */
    final Set<String> incidents = ConcurrentHashMap.newKeySet();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build();
    private final List<Node> nodes;
    private final String token;
    private final Random random;

    Alerts(List<Node> nodes, Person administrator, long seed) {
        this.nodes = nodes;
        this.token = administrator.post("/api/alert-sources", Map.of("name", "faults", "format", "generic")).body().path("token").asText();
        this.random = new Random(seed);
    }

    void send(int number) throws InterruptedException {
        String alert = alert(number);
        int copies = random.nextInt(10) == 0 ? 2 : 1;
        for (int copy = 0; copy < copies; copy++) {
            while (!post(alert)) {
                Thread.sleep(300);
            }
        }
    }

    private String alert(int number) {
        Kind kind = KINDS.get(number % KINDS.size());
        String observables = kind.things().stream().map(thing -> "{\"kind\":\"" + thing + "\",\"shared\":true,\"value\":\""
                + NAMES.getOrDefault(thing, thing.equals("agent") ? "rogue-%d" : thing + "-%d").formatted(random.nextInt(12)) + "\"}").collect(Collectors.joining(","));
        return "{\"id\":\"alert-%d\",\"title\":\"Alert %d\",\"severity\":\"%s\",\"techniques\":[\"%s\"],\"observables\":[%s]}".formatted(number, number,
                SEVERITIES.get(random.nextInt(SEVERITIES.size())), kind.technique(), observables);
    }

    private boolean post(String alert) throws InterruptedException {
        Node node = nodes.get(random.nextInt(nodes.size()));
        try {
            HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(node.address() + "/api/alerts/faults")).timeout(Duration.ofSeconds(20))
                    .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(alert)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 202) {
                return false;
            }
            JsonNode result = JSON.readTree(answer.body()).path("results").path(0);
            if (!result.has("incident")) {
                throw new IllegalStateException("The alert was not understood: " + answer.body());
            }
            incidents.add(result.path("incident").asText());
            return true;
        } catch (IOException noAnswer) {
            return false;
        }
    }
}
