package io.countersign.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.connector.remote.RemoteOrder;
import io.countersign.connector.remote.RemoteResult;
import io.countersign.connector.remote.WorkerLine;
import io.countersign.connector.remote.WorkerLine.Step;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What a worker says to one node. Every request is sent once; all methods throw {@link LineFailure}. Safe for many threads. */
final class NodeLine {

    /** Longer than a node lets a worker wait. */
    private static final Duration POLL = Duration.ofSeconds(35);
    private static final Duration USUAL = Duration.ofSeconds(15);
    private static final int LONGEST_REASON = 500;

    private final URI node;
    private final Supplier<HttpClient> http;
    private final ObjectMapper json;

    /** @param http asked for each request: certificates may have been renewed */
    NodeLine(URI node, Supplier<HttpClient> http, ObjectMapper json) {
        this.node = node;
        this.http = http;
        this.json = json;
    }

    URI node() {
        return node;
    }

    Optional<RemoteOrder> next(WorkerLine.Ask ask) {
        return post(WorkerLine.NEXT, ask, POLL).map(order -> read(order, RemoteOrder.class));
    }

    void leave(WorkerLine.Leave leave) {
        post(WorkerLine.LEAVE, leave, USUAL);
    }

    void result(UUID order, RemoteResult result) {
        step(order, Step.RESULT, result);
    }

    boolean claim(UUID order, boolean changes) {
        return yes(step(order, Step.CLAIM, new WorkerLine.Claim(changes)));
    }

    void redeem(UUID order) {
        step(order, Step.REDEEM, Map.of());
    }

    void answered(UUID order) {
        step(order, Step.ANSWERED, Map.of());
    }

    boolean mayStillArrive(UUID order, Duration within) {
        return yes(step(order, Step.MAY_STILL_ARRIVE, new WorkerLine.Within(within.toMillis())));
    }

    boolean mayHaveChanged(UUID order) {
        return yes(step(order, Step.MAY_HAVE_CHANGED, Map.of()));
    }

    private Optional<String> step(UUID order, Step step, Object body) {
        return post(WorkerLine.ORDER.replace("{id}", order.toString()) + "/" + step.path(), body, USUAL);
    }

    private boolean yes(Optional<String> answer) {
        return read(answer.orElseThrow(() -> new LineFailure.Broken(node + " gave no answer where one is due", null)), WorkerLine.Yes.class).yes();
    }

    /** @return empty for 204 */
    private Optional<String> post(String path, Object body, Duration within) {
        HttpResponse<String> response;
        try {
            HttpRequest request = HttpRequest.newBuilder(node.resolve(path)).timeout(within).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json.writerFor(body.getClass()).writeValueAsString(body))).build();
            response = http.get().send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new LineFailure.Broken(node + " cannot be reached: " + reason(broken), broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new LineFailure.Broken("The worker was interrupted while it waited for " + node, stopping);
        }
        return switch (response.statusCode()) {
            case 200 -> Optional.of(response.body());
            case 204 -> Optional.empty();
            case 400, 401, 403, 409, 410, 413, 422, 429 -> throw new LineFailure.Refused(response.statusCode(), node + " refuses: " + reason(response));
            default -> throw new LineFailure.Broken(node + " answers " + response.statusCode() + ": is this its port for workers? " + reason(response), null);
        };
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException malformed) {
            throw new LineFailure.Broken(node + " answered something else than a " + type.getSimpleName(), malformed);
        }
    }

    private static String reason(HttpResponse<String> response) {
        String said = response.body().isBlank() ? "status " + response.statusCode() : response.body().replaceAll("\\p{Cntrl}+", " ");
        return said.length() <= LONGEST_REASON ? said : said.substring(0, LONGEST_REASON) + "…";
    }

    private static String reason(IOException broken) {
        return broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage();
    }
}
