package io.countersign.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.core.type.TypeReference;
import io.countersign.faults.target.Order;
import io.countersign.faults.target.Simulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** All processes of one run. Everything that it needs is brought along; what is missing fails the run. */
final class Rig implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    final Plan plan;
    final Postgres postgres;
    final List<Node> nodes;
    private final Process simulator;
    private final URI simulatorAddress;
    private final HttpClient http = HttpClient.newHttpClient();
    private long clock;

    Rig(Plan plan) throws Exception {
        this.plan = plan;
        this.postgres = new Postgres(plan.folder());
        this.simulator = Child.start(plan.folder().resolve("simulator.log"), true, "-Xmx128m", Simulator.class, plan.journal().toString(), String.valueOf(plan.seed()));
        int port = Integer.parseInt(new BufferedReader(new InputStreamReader(simulator.getInputStream())).readLine());
        this.simulatorAddress = URI.create("http://127.0.0.1:" + port);
        this.nodes = List.of(new Node("a", plan, free(), postgres, port), new Node("b", plan, free(), postgres, port));
        try {
            // The first makes the organisation; the second joins.
            for (Node node : nodes) {
                node.start();
                awaitReady(node);
            }
        } catch (Exception | Error notReady) {
            close();
            throw notReady;
        }
        // In one run more is done than any organisation lets happen in an hour: beyond a budget, everything would wait for two people.
        postgres.owner().sql("update guardrail set enabled = false where kind = 'BUDGET'").update();
    }

    void awaitReady(Node node) {
        Awaitility.await().atMost(Duration.ofSeconds(180)).pollInterval(Duration.ofMillis(200))
                .conditionEvaluationListener(null).until(() -> {
                    if (!node.alive()) {
                        throw new IllegalStateException("Node " + node.name + " ended while starting, see node-" + node.name + ".log");
                    }
                    return node.ready();
                });
    }

    Map<String, String> passwords() throws IOException {
        return JSON.readValue(plan.folder().resolve("organisation.json").toFile(), new TypeReference<>() { });
    }

    /** @return a large number while the database is away */
    long openRuns() {
        return count("select count(*) from playbook_run where state <> 'ENDED'");
    }

    /** What runs that ended still hold, and the product takes back by itself. @return as above */
    long openLeases() {
        return count("select count(*) from lease where state <> 'RELEASED'");
    }

    private long count(String query) {
        try {
            return postgres.owner().sql(query).query(Long.class).single();
        } catch (org.springframework.dao.DataAccessException away) {
            return Long.MAX_VALUE;
        }
    }

    /** All nodes' clocks go ahead. */
    void advance(Duration by) throws IOException {
        clock += by.toMillis();
        Path draft = Files.writeString(plan.folder().resolve("clock.new"), String.valueOf(clock));
        Files.move(draft, plan.folder().resolve("clock"), StandardCopyOption.ATOMIC_MOVE);
    }

    void calm() throws Exception {
        tellSimulator("/weather?calm", "");
    }

    void stranger(String target, String attribute) throws Exception {
        tellSimulator("/by-hand", JSON.writeValueAsString(new Order("", "", "", "HAND", "", target, attribute, "", "somebody's")));
    }

    private void tellSimulator(String path, String body) throws Exception {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(simulatorAddress.resolve(path)).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The simulator answered " + answer.statusCode());
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        for (Node node : nodes) {
            node.close();
        }
        simulator.destroyForcibly().waitFor();
        postgres.close();
    }
}
