package io.countersign.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The jar with the sample organisation, in a process of its own. */
public final class RunningJar implements AutoCloseable {

    private static final Path JAR = Path.of("target", "countersign.jar").toAbsolutePath();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2))
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL)).build();
    private final Process process;
    private final Path home;
    private final URI address;
    private boolean signedIn;

    private RunningJar(Process process, Path home, URI address) {
        this.process = process;
        this.home = home;
        this.address = address;
    }

    /** @param home kept from one start to the next, as operators keep it */
    public static RunningJar start(InstalledPostgres database, Path home) throws Exception {
        int port = InstalledPostgres.freePort();
        Path log = home.resolveSibling("product-" + port + ".log");
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", JAR.toString())
                .redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(database.settings());
        builder.environment().putAll(Map.of("COUNTERSIGN_SAMPLE", "true", "COUNTERSIGN_HOME", home.toString(), "SERVER_PORT", String.valueOf(port),
                "COUNTERSIGN_RECONCILE_EVERY", "PT1S"));
        RunningJar jar = new RunningJar(builder.start(), home, URI.create("http://127.0.0.1:" + port));
        try {
            await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(200)).until(() -> jar.ready(log));
            return jar;
        } catch (RuntimeException never) {
            jar.close();
            throw new IllegalStateException("The product does not start: " + Files.readString(log), never);
        }
    }

    private boolean ready(Path log) throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("It ended");
        }
        try {
            return send("GET", "/actuator/health/readiness", "", "").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** A high alert about an address outside, which the sample's policy blocks by itself. */
    public void alert(String address) throws Exception {
        String body = """
                {"title": "Scans from outside", "severity": "high", "techniques": ["T1595"], "observables": [{"kind": "address", "value": "%s"}]}""".formatted(address);
        expect(202, send("POST", "/api/alerts/generic", "Bearer " + note("sample-tokens.txt", "generic"), body));
    }

    public void order(String path, String reason, String person) throws Exception {
        HttpResponse<String> answer = send("POST", path, basic(person), "{\"reason\": \"" + reason + "\"}");
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    public String get(String path, String person) throws Exception {
        HttpResponse<String> answer = send("GET", path, basic(person), "");
        expect(200, answer);
        return answer.body();
    }

    /** A page, as somebody sees it who signs in first. */
    public String open(String page, String person) throws Exception {
        if (!signedIn) {
            Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(send("GET", "/login", "", "").body());
            token.find();
            String form = "username=" + person + "&password=" + URLEncoder.encode(note("sample-passwords.txt", person), StandardCharsets.UTF_8) + "&_csrf=" + token.group(1);
            expect(302, http.send(HttpRequest.newBuilder(address.resolve("/login")).header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString()));
            signedIn = true;
        }
        HttpResponse<String> answer = send("GET", page, "", "");
        expect(200, answer);
        return answer.body();
    }

    private String basic(String person) throws IOException {
        return "Basic " + Base64.getEncoder().encodeToString((person + ":" + note("sample-passwords.txt", person)).getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> send(String verb, String path, String authorization, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(30)).header("Content-Type", "application/json")
                .method(verb, HttpRequest.BodyPublishers.ofString(body));
        return http.send((authorization.isEmpty() ? request : request.header("Authorization", authorization)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.headers().firstValue("Location").orElse("") + " " + answer.body());
        }
    }

    private String note(String file, String name) throws IOException {
        return Files.readAllLines(home.resolve(file)).stream().map(line -> line.trim().split("\\s+")).filter(words -> words[0].equals(name)).findFirst().orElseThrow()[1];
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
