package io.countersign.desk.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.console.FormBrowser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sends what Camunda Modeler sends, byte for byte where it matters: names of fields, names of parts, headers. */
record ModelerCalls(int port, Map<String, String> headers, Map<String, String> fields, FormBrowser browser) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String BOUNDARY = "----WebKitFormBoundaryAbCdEf0123456789";

    ModelerCalls(int port) {
        this(port, Map.of("accept", "application/json"), Map.of(), null);
    }

    /** What came back. */
    record Reply(int status, String body) {

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (JsonProcessingException notJson) {
                throw new AssertionError("Not JSON: " + body, notJson);
            }
        }
    }

    ModelerCalls basic(String username, String password) {
        return header("authorization", "Basic " + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    ModelerCalls bearer(String token) {
        return header("authorization", "Bearer " + token);
    }

    ModelerCalls header(String name, String value) {
        return new ModelerCalls(port, plus(headers, name, value), fields, browser);
    }

    /** One more field of the deployment. */
    ModelerCalls with(String field, String value) {
        return new ModelerCalls(port, headers, plus(fields, field, value), browser);
    }

    Reply get(String path) {
        return send(request(path).GET());
    }

    Reply deploy(String name, Map<String, String> files) {
        StringBuilder body = new StringBuilder();
        Map<String, String> all = new LinkedHashMap<>(Map.of("deployment-name", name, "deployment-source", "Camunda Modeler", "enable-duplicate-filtering", "true"));
        all.putAll(fields);
        all.forEach((field, value) -> body.append(part("name=\"" + field + "\"")).append("\r\n").append(value).append("\r\n"));
        files.forEach((file, content) -> body.append(part("name=\"" + file + "\"; filename=\"" + file + "\""))
                .append("Content-Type: text/xml\r\n\r\n").append(content).append("\r\n"));
        body.append("--").append(BOUNDARY).append("--\r\n");
        return send(request("/engine-rest/deployment/create").header("content-type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    Reply start(String definition, Map<String, ?> start) {
        try {
            return send(request("/engine-rest/process-definition/" + definition + "/start").header("content-type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(new ObjectMapper().writeValueAsString(start))));
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The designer clicks a link, signed in in a browser. */
    ModelerCalls asPage(String username, String password) throws Exception {
        return new ModelerCalls(port, headers, fields, new FormBrowser(port).signIn(username, password));
    }

    String leadsTo(String address) throws Exception {
        return browser.open(address.replaceFirst("^https?://[^/]+", "")).address();
    }

    private static String part(String disposition) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n";
    }

    private static Map<String, String> plus(Map<String, String> map, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(name, value);
        return more;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        headers.forEach(request::header);
        return request;
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(answer.statusCode(), answer.body());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
