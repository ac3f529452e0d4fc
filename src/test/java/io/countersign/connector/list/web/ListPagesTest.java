package io.countersign.connector.list.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connector.list.ListConsumers;
import io.countersign.console.FormBrowser;
import io.countersign.evidence.Actor;
import io.countersign.people.NewPerson;
import io.countersign.people.PeopleRegister;
import io.countersign.people.Role;
import io.countersign.people.Team;
import io.countersign.testing.CountersignTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CountersignTest
class ListPagesTest {

    @LocalServerPort
    int port;
    @Autowired
    PeopleRegister register;
    @Autowired
    ListConsumers consumers;

    private final String name = "fw" + UUID.randomUUID().toString().substring(0, 12);
    private final HttpClient http = HttpClient.newHttpClient();
    private String password;
    private FormBrowser browser;

    @BeforeEach
    void anAdministratorSignedIn() throws Exception {
        register.putTeam(new Team("pages-test", "Pages test"), Actor.system("test"));
        password = register.addPerson(new NewPerson(name, "Lists", "pages-test", Set.of(Role.ADMINISTRATOR)), false, Actor.system("test"));
        browser = new FormBrowser(port).signIn(name, password);
    }

    @Test
    void aTokenIsShownOnceAndPullsUntilItIsVoided() throws Exception {
        String token = token(browser.open("/lists").send("/lists", Map.of("name", name)));
        assertThat(browser.open("/lists").body()).doesNotContain(token);
        assertThat(row()).contains("nothing that is put on has an effect there");
        assertThat(pull(token)).isEqualTo(200);
        browser.open("/lists");
        assertThat(row()).contains(">domain<", "entries").doesNotContain("nothing that is put on has an effect there");
        String next = token(browser.send("/lists/" + name + "/rotate", Map.of()));
        assertThat(pull(token)).isEqualTo(401);
        assertThat(pull(next)).isEqualTo(200);
        assertThat(browser.open("/lists").send("/lists/" + name + "/revoke", Map.of()).body()).contains("is void");
        assertThat(pull(next)).isEqualTo(401);
    }

    @Test
    void aNameThatDoesNotFitIsExplained() throws Exception {
        browser.open("/lists").send("/lists", Map.of("name", "Not A Name"));
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.body()).contains("lower-case letters", "Not A Name");
        assertThat(browser.open("/lists").send("/lists/no-such-consumer/revoke", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void whatPagesDoIsPossibleOverRest() throws Exception {
        HttpResponse<String> created = rest("", "{\"name\": \"" + name + "\"}");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("cache-control")).hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        Matcher token = Pattern.compile("\"token\":\"([^\"]+)\"").matcher(created.body());
        assertThat(token.find()).isTrue();
        assertThat(consumers.authenticate(name, token.group(1))).isPresent();
        assertThat(rest("", "{\"name\": \"" + name + "\"}").statusCode()).as("the name is taken").isEqualTo(400);
        assertThat(rest("/" + name + "/rotate", "").statusCode()).isEqualTo(200);
        assertThat(consumers.authenticate(name, token.group(1))).isEmpty();
        assertThat(rest("/" + name + "/revoke", "").statusCode()).isEqualTo(204);
        assertThat(rest("/no-such-consumer/revoke", "").statusCode()).isEqualTo(404);
    }

    /** What the open page says of this consumer. */
    private String row() {
        String from = browser.body().substring(browser.body().lastIndexOf("<strong>" + name));
        return from.substring(0, from.indexOf("</tr>"));
    }

    private HttpResponse<String> rest(String path, String body) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/list-consumers" + path)).header("Content-Type", "application/json")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private int pull(String token) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/lists/domain")).header("Authorization", "Bearer " + token).build(),
                HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static String token(FormBrowser page) {
        Matcher shown = Pattern.compile("data-copy=\"([^\"]+)\" title=\"Copy the token\"").matcher(page.body());
        assertThat(shown.find()).as("the token is shown").isTrue();
        return shown.group(1);
    }
}
