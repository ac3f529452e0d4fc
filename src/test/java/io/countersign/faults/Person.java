package io.countersign.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who signed in once, and then comes to whichever node answers: the session must be good on each. */
final class Person {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final AtomicInteger TURN = new AtomicInteger();

    /** @param status 0 where no node answered, so nobody knows whether it was done */
    record Answer(int status, JsonNode body) {
    }

    final String name;
    private final String password;
    private final List<Node> nodes;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2))
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL)).build();
    private volatile String csrf;

    Person(String name, String password, List<Node> nodes) {
        this.name = name;
        this.password = password;
        this.nodes = nodes;
    }

    String password() {
        return password;
    }

    Answer get(String path) {
        return call(path, null, 0);
    }

    Answer post(String path, Map<String, ?> body) {
        return call(path, body, 0);
    }

    /** Takes the next node; signs in where nobody knows this person. */
    private Answer call(String path, Map<String, ?> body, int tries) {
        Node node = nodes.get(Math.floorMod(TURN.getAndIncrement(), nodes.size()));
        try {
            signedIn(node);
            HttpResponse<String> answer = send(node, path, body);
            if (answer.statusCode() == 401 || answer.statusCode() == 403 && answer.body().contains("CSRF")) {
                csrf = null;
                return tries < 3 ? call(path, body, tries + 1) : new Answer(answer.statusCode(), MissingNode.getInstance());
            }
            return new Answer(answer.statusCode(), json(answer.body()));
        } catch (IOException noAnswer) {
            return body == null && tries < 1 ? call(path, null, tries + 1) : new Answer(0, MissingNode.getInstance());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Answer(0, MissingNode.getInstance());
        }
    }

    private HttpResponse<String> send(Node node, String path, Map<String, ?> body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node.address() + path)).timeout(Duration.ofSeconds(20))
                .header("Accept", "application/json");
        if (body != null) {
            request.header("Content-Type", "application/json").header("X-CSRF-TOKEN", csrf)
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** One at a time, though several places use this person: a second sign-in would make the token of the first void. */
    private synchronized void signedIn(Node node) throws IOException, InterruptedException {
        if (csrf == null) {
            signIn(node);
        }
    }

    private void signIn(Node node) throws IOException, InterruptedException {
        String form = "username=" + name + "&password=" + encoded(password) + "&_csrf=" + encoded(token(node, "/login"));
        http.send(HttpRequest.newBuilder(URI.create(node.address() + "/login")).timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)).build(),
                HttpResponse.BodyHandlers.discarding());
        csrf = token(node, "/account/password");
    }

    private String token(Node node, String page) throws IOException, InterruptedException {
        String html = http.send(HttpRequest.newBuilder(URI.create(node.address() + page)).timeout(Duration.ofSeconds(20)).build(),
                HttpResponse.BodyHandlers.ofString()).body();
        Matcher found = TOKEN.matcher(html);
        if (!found.find()) {
            throw new IOException("No form on " + page);
        }
        return found.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode json(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
