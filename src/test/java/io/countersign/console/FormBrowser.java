package io.countersign.console;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: keeps cookies, follows redirects and sends forms with the CSRF token of the page they stand on. */
public final class FormBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();
    private final String server;
    private HttpResponse<String> page;

    public FormBrowser(int port) {
        this.server = "http://localhost:" + port;
    }

    public FormBrowser signIn(String username, String password) throws IOException, InterruptedException {
        return open("/login").send("/login", Map.of("username", username, "password", password));
    }

    public FormBrowser open(String path) throws IOException, InterruptedException {
        page = client.send(HttpRequest.newBuilder(URI.create(server + path)).build(), HttpResponse.BodyHandlers.ofString());
        return this;
    }

    /** Sends a form that stands on the page which is open. */
    public FormBrowser send(String action, Map<String, String> fields) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new IllegalStateException("No form stands on " + path());
        }
        String body = "_csrf=" + encode(token.group(1)) + fields.entrySet().stream().map(field -> "&" + field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining());
        page = client.send(HttpRequest.newBuilder(URI.create(server + action)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
        return this;
    }

    /** Sends one file, and fields beside it, with a form that stands on the page which is open. */
    public FormBrowser sendFile(String action, Map<String, String> fields, String field, String name, String content) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new IllegalStateException("No form stands on " + path());
        }
        String boundary = "a-boundary-of-the-test";
        StringBuilder body = new StringBuilder();
        Map<String, String> all = new TreeMap<>(fields);
        all.put("_csrf", token.group(1));
        all.forEach((key, value) -> body.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"").append(key).append("\"\r\n\r\n").append(value).append("\r\n"));
        body.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"").append(field).append("\"; filename=\"").append(name)
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n").append(content).append("\r\n--").append(boundary).append("--\r\n");
        page = client.send(HttpRequest.newBuilder(URI.create(server + action)).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())).build(), HttpResponse.BodyHandlers.ofString());
        return this;
    }

    public int status() {
        return page.statusCode();
    }

    /** Where redirects led. */
    public String path() {
        return page.uri().getPath();
    }

    /** The same with what stands behind the path. */
    public String address() {
        return page.uri().toString();
    }

    public String body() {
        return page.body();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
