package io.countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.evidence.Actor;
import io.countersign.people.NewPerson;
import io.countersign.people.PeopleRegister;
import io.countersign.people.Role;
import io.countersign.people.Team;
import io.countersign.testing.CountersignTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The doors as a browser and an API client meet them, over real HTTP. */
@CountersignTest
class DoorsTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort
    int port;
    @Autowired
    PeopleRegister register;
    @Autowired
    JdbcClient jdbc;

    private final String name = "d" + UUID.randomUUID().toString().substring(0, 12);
    private final HttpClient client = HttpClient.newHttpClient();
    private String password;

    @BeforeEach
    void anAdministrator() {
        register.putTeam(new Team("doors-test", "Doors test"), Actor.system("test"));
        password = register.addPerson(new NewPerson(name, "Door Keeper", "doors-test", Set.of(Role.ADMINISTRATOR)), false, Actor.system("test"));
    }

    @Test
    void aBrowserSignsInAndTheSessionIsInTheDatabase() throws Exception {
        String session = signIn(password);
        HttpResponse<String> page = get("/people", "Cookie", session);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Door Keeper", "People");
        assertThat(jdbc.sql("select count(*) from spring_session where principal_name = ?").param(name).query(Long.class).single()).isOne();
    }

    @Test
    void signingInChangesTheSession() throws Exception {
        String before = cookie(get("/login"));
        assertThat(before).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure");
        assertThat(signIn(password)).isNotEqualTo(before.split(";")[0]);
    }

    @Test
    void changedRolesEndTheSession() throws Exception {
        String session = signIn(password);
        register.putTeam(new Team("doors-test", "Doors test"), Actor.system("test"));
        register.changeRoles(name, Set.of(Role.ADMINISTRATOR, Role.AUDITOR), Actor.system("test"));
        HttpResponse<String> page = get("/people", "Cookie", session);
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreAnsweredAlike() throws Exception {
        assertThat(location(form(name, "wrong"))).isEqualTo(location(form("nobody-" + name, "wrong"))).endsWith("/login?wrong");
    }

    @Test
    void theApiTakesAPasswordWithoutACsrfTokenFromAProgramOnly() throws Exception {
        String basic = basic(password);
        String body = "{\"username\": \"" + name + "x\", \"displayName\": \"Another\", \"team\": \"doors-test\", \"roles\": [\"AUDITOR\"]}";
        assertThat(post("/api/people", body, "Authorization", basic, "Origin", "https://evil.example").statusCode()).isEqualTo(403);
        assertThat(post("/api/people", body, "Authorization", basic, "Cookie", signIn(password)).statusCode()).isEqualTo(403);
        HttpResponse<String> added = post("/api/people", body, "Authorization", basic);
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.body()).contains("oneTimePassword");
        assertThat(added.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void theApiAnswersWithProblemDetails() throws Exception {
        HttpResponse<String> refused = get("/api/people");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(way -> assertThat(way).startsWith("Basic"));
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        HttpResponse<String> taken = post("/api/people", "{\"username\": \"UPPER\"}", "Authorization", basic(password));
        assertThat(taken.statusCode()).isEqualTo(400);
        assertThat(taken.body()).contains("\"detail\":\"The username has 2 to 40", "\"instance\":\"/api/people\"");
        assertThat(get("/api/people", "Sec-Fetch-Mode", "navigate").headers().map()).as("a browser must not ask for a password")
                .doesNotContainKey("www-authenticate");
    }

    @Test
    void aOneTimePasswordOpensNoEndpointAndIsToldWhy() throws Exception {
        String fresh = "f" + name;
        String once = register.addPerson(new NewPerson(fresh, "Fresh", "doors-test", Set.of(Role.ADMINISTRATOR)), true, Actor.system("test"));
        HttpResponse<String> refused = get("/api/people", "Authorization", "Basic " + java.util.Base64.getEncoder().encodeToString((fresh + ":" + once).getBytes()));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Choose a password first", "sign in on the pages");
    }

    @Test
    void manyWrongPasswordsOverTheApiLockTheName() throws Exception {
        for (int tries = 0; tries < 5; tries++) {
            assertThat(get("/api/people", "Authorization", basic("wrong")).statusCode()).isEqualTo(401);
        }
        assertThat(get("/api/people", "Authorization", basic(password)).statusCode()).isEqualTo(429);
    }

    @Test
    void aPageThatIsNotThereSaysSo() throws Exception {
        HttpResponse<String> page = get("/nowhere", "Cookie", signIn(password));
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is nothing here", "Go to the start", "Door Keeper").doesNotContain("Exception");
    }

    @Test
    void everyAnswerCarriesTheHeaders() throws Exception {
        for (String path : new String[] {"/login", "/assets/countersign.css", "/api/people", "/nowhere"}) {
            var headers = get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy")).as(path).hasValue(SecurityHeaders.CONTENT_SECURITY_POLICY);
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).hasValue("no-referrer");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).as(path).hasValue("same-origin");
        }
    }

    @Test
    void healthIsPublicAndTellsNothingMore() throws Exception {
        assertThat(get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get("/actuator/health").body()).doesNotContain("components");
    }

    @Test
    void theBrowserLibrariesAreThere() throws Exception {
        Matcher links = Pattern.compile("(?:src|href)=\"(/(?:webjars|assets)/[^\"]+)\"").matcher(get("/login").body());
        int found = 0;
        for (; links.find(); found++) {
            assertThat(get(links.group(1)).statusCode()).as(links.group(1)).isEqualTo(200);
        }
        assertThat(found).isGreaterThan(8);
        for (String file : new String[] {"bpmn-js/bpmn-navigated-viewer.production.min.js", "dmn-js/dmn-viewer.production.min.js", "form-js/form-viewer.umd.js"}) {
            assertThat(get("/vendor/" + file).statusCode()).as(file).isEqualTo(200);
        }
    }

    private String signIn(String word) throws Exception {
        HttpResponse<String> answer = form(name, word);
        assertThat(location(answer)).doesNotContain("login");
        return cookie(answer).split(";")[0];
    }

    private HttpResponse<String> form(String username, String word) throws Exception {
        HttpResponse<String> page = get("/login");
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).isTrue();
        return client.send(request("/login", "Cookie", cookie(page).split(";")[0], "Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + username + "&password=" + word + "&_csrf=" + token.group(1))).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String basic(String word) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + word).getBytes());
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return client.send(request(path, headers).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String json, String... headers) throws IOException, InterruptedException {
        return client.send(request(path, headers).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return headers.length == 0 ? request : request.headers(headers);
    }
}
