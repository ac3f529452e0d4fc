package io.countersign.faults.node;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.agent.Credential;
import io.countersign.agent.CredentialGrant.Verb;
import io.countersign.agent.CredentialVerifier;
import io.countersign.connector.Answer;
import io.countersign.connector.CallClaims;
import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.SelfCheck;
import io.countersign.connector.TargetState;
import io.countersign.connector.TargetUnreadable;
import io.countersign.faults.target.Order;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reaches the simulator over HTTP. Each action has one attribute, which is {@code no} by nature and {@code yes} when it is contained. */
class SimulatorConnector implements Connector {

    static final String ID = "simulator";
    static final Set<String> ACTIONS = Set.of("block-address", "block-domain", "block-url", "isolate-host", "disable-account", "end-sessions",
            "remove-from-group", "deactivate-api-key", "deny-cloud-principal", "disable-application", "quarantine-mail", "block-sender", "block-public-access");
    private static final String CONTAINED = "yes";
    private static final String NATURAL = "no";
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final String node;
    private final CallClaims claims;
    private final CredentialVerifier verifier;
    private final Fates fates;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build();

    SimulatorConnector(URI address, String node, CallClaims claims, CredentialVerifier verifier, Fates fates) {
        this.address = address;
        this.node = node;
        this.claims = claims;
        this.verifier = verifier;
        this.fates = fates;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Simulator of the fault run";
    }

    @Override
    public boolean sandbox() {
        return false;
    }

    @Override
    public Set<String> actionTypes() {
        return ACTIONS;
    }

    @Override
    public TargetState capture(ConnectorCall call) {
        try {
            HttpResponse<String> answer = send("/state", call.target().toString());
            Map<String, String> attributes = JSON.readValue(answer.body(), new TypeReference<>() { });
            return TargetState.of(attribute(call), attributes.getOrDefault(attribute(call), NATURAL));
        } catch (IOException unreadable) {
            throw new TargetUnreadable("The simulator does not answer", unreadable);
        }
    }

    @Override
    public TargetState expected(ConnectorCall call, TargetState prior) {
        return TargetState.of(attribute(call), CONTAINED);
    }

    @Override
    public Answer act(ConnectorCall call, Credential credential) {
        fates.pass("act");
        TargetState seen;
        try {
            seen = capture(call);
        } catch (TargetUnreadable notThere) {
            return new Answer.Refused(notThere.getMessage());
        }
        if (!claims.claim(ID, call, !seen.equals(expected(call, seen)), credential)) {
            return new Answer.Lost("It was sent before");
        }
        fates.pass("act-claimed");
        Answer answer = order(call, "ACT", seen, expected(call, seen));
        fates.pass("acted");
        return answer;
    }

    @Override
    public Answer undo(ConnectorCall call, TargetState prior, Credential credential) {
        fates.pass("undo");
        verifier.redeem(credential, Verb.UNDO, ID, call.digest(), call.target());
        if (!claims.mayHaveChanged(ID, call)) {
            return new Answer.Accepted("Nothing was sent under this key");
        }
        Answer answer = order(call, "UNDO", expected(call, prior), prior);
        fates.pass("undone");
        return answer;
    }

    @Override
    public SelfCheck check() {
        return new SelfCheck(true, List.of());
    }

    Answer order(ConnectorCall call, String verb, TargetState from, TargetState to) {
        String attribute = attribute(call);
        Order order = new Order(UUID.randomUUID().toString(), node, call.actionRun().toString(), verb, call.actionType(), call.target().toString(), attribute,
                from.attributes().get(attribute), to.attributes().get(attribute));
        try {
            HttpResponse<String> answer = send("/order", JSON.writeValueAsString(order));
            return answer.statusCode() == 409 ? new Answer.Refused(answer.body()) : new Answer.Accepted(answer.body());
        } catch (ConnectException nobodyThere) {
            return new Answer.Refused("The simulator cannot be reached");
        } catch (IOException lost) {
            return new Answer.Lost("No answer: " + lost.getClass().getSimpleName());
        }
    }

    static TargetState natural(ConnectorCall call) {
        return TargetState.of(attribute(call), NATURAL);
    }

    private HttpResponse<String> send(String path, String body) throws IOException {
        try {
            return http.send(HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
    }

    private static String attribute(ConnectorCall call) {
        return call.actionType() + (call.parameters().isEmpty() ? "" : " " + call.parameters());
    }
}
