package io.countersign.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import io.countersign.people.Role;
import io.countersign.testing.CountersignTest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every handler that exists stands in the table, and the doors do what the table says. */
@CountersignTest
class AccessTableTest {

    private static final Set<String> INSIDE = Set.of("/error", "/actuator", "/actuator/health/**");

    /** Files, groups of the health endpoint, and what Spring switches off in tests. */
    private static final Set<String> OPENED_OTHERWISE = Set.of("/assets/**", "/vendor/**", "/webjars/**", "/actuator/health/liveness",
            "/actuator/health/readiness", "/actuator/prometheus");

    @Autowired
    AccessTable table;
    @Autowired
    WebApplicationContext context;

    private MockMvc mvc;

    /** A place that some handler answers. */
    record Place(HttpMethod method, String pattern) {

        String path() {
            return pattern.replaceAll("\\{[^/]*}", "x").replace("/**", "/x").replace("*", "x");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    @BeforeEach
    void doors() {
        mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    }

    @Test
    void everyHandlerStandsInTheTable() {
        assertThat(places()).hasSizeGreaterThan(30);
        assertThat(places().stream().filter(place -> rule(place.method(), place.path()) == null).map(Place::toString))
                .as("handlers that AccessTable does not name").isEmpty();
    }

    @Test
    void everyRowOfTheTableOpensSomething() {
        List<AccessRule> used = places().stream().map(place -> rule(place.method(), place.path())).toList();
        List<AccessRule> idle = new ArrayList<>(table.rules());
        idle.removeAll(used);
        idle.removeIf(rule -> OPENED_OTHERWISE.contains(rule.pattern()));
        assertThat(idle).extracting(AccessRule::pattern).as("rows for nothing").isEmpty();
    }

    @Test
    void nobodyEntersWithoutSigningIn() throws Exception {
        for (Place place : places()) {
            int status = status(place, anonymous());
            Access access = rule(place.method(), place.path()).access();
            if (access.kind() != Access.Kind.EVERYONE) {
                assertThat(status).as(place.toString()).isEqualTo(isApi(place) ? 401 : 302);
            }
        }
    }

    @Test
    void aRoleThatTheTableDoesNotNameIsRefused() throws Exception {
        for (Place place : places()) {
            Access access = rule(place.method(), place.path()).access();
            for (Role wrong : EnumSet.complementOf(access.roles().isEmpty() ? EnumSet.allOf(Role.class) : EnumSet.copyOf(access.roles()))) {
                assertThat(status(place, as("ROLE_" + wrong))).as(place + " as " + wrong).isEqualTo(403);
            }
        }
    }

    @Test
    void aOneTimePasswordOpensNothingButItsChange() throws Exception {
        for (Place place : places()) {
            Access.Kind kind = rule(place.method(), place.path()).access().kind();
            if (kind == Access.Kind.ROLES || kind == Access.Kind.ROLES_OR_SCRAPER) {
                MockHttpServletResponse answer = answer(place, as("MUST_CHANGE_PASSWORD"));
                assertThat(answer.getStatus()).as(place.toString()).isEqualTo(isApi(place) ? 403 : 302);
                assertThat(answer.getRedirectedUrl()).isEqualTo(isApi(place) ? null : "/account/password");
            }
        }
    }

    @Test
    void whatNoRowNamesIsRefusedToAdministratorsToo() throws Exception {
        for (String path : List.of("/nowhere", "/admin", "/people/x/y/z", "/actuator/env", "/actuator", "/api/nowhere", "/error", "/h2-console")) {
            assertThat(status(new Place(HttpMethod.GET, path), as("ROLE_ADMINISTRATOR"))).as(path).isIn(403, 404);
            assertThat(status(new Place(HttpMethod.DELETE, path), as("ROLE_ADMINISTRATOR"))).as(path).isIn(403, 404);
        }
    }

    @Test
    void readingNeverChangesAndChangingNeedsAToken() throws Exception {
        for (Place place : places()) {
            if (place.method() != HttpMethod.GET && rule(place.method(), place.path()).access().kind() != Access.Kind.MACHINE) {
                MockHttpServletResponse answer = mvc.perform(request(place.method(), place.path()).with(everyRole())).andReturn().getResponse();
                assertThat(answer.getStatus()).as(place + " without a CSRF token").isEqualTo(403);
            }
        }
    }

    private Set<Place> places() {
        Set<String> seen = new TreeSet<>();
        return Stream.concat(
                context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream()).flatMap(AccessTableTest::places),
                context.getBeansOfType(SimpleUrlHandlerMapping.class).values().stream().flatMap(mapping -> mapping.getUrlMap().keySet().stream())
                        .filter(pattern -> !pattern.equals("/**")).map(pattern -> new Place(HttpMethod.GET, pattern)))
                .filter(place -> !INSIDE.contains(place.pattern())).filter(place -> seen.add(place.toString())).collect(Collectors.toSet());
    }

    private static Stream<Place> places(RequestMappingInfo info) {
        Set<HttpMethod> methods = info.getMethodsCondition().getMethods().isEmpty() ? Set.of(HttpMethod.GET, HttpMethod.POST)
                : info.getMethodsCondition().getMethods().stream().map(method -> method.asHttpMethod()).collect(Collectors.toSet());
        return info.getPatternValues().stream().flatMap(pattern -> methods.stream().map(method -> new Place(method, pattern)));
    }

    private AccessRule rule(HttpMethod method, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest(context.getServletContext(), method.name(), path);
        request.setServletPath(path);
        return table.find(request).orElse(null);
    }

    private static boolean isApi(Place place) {
        return Stream.concat(Stream.of(SecurityConfiguration.API), Stream.of(ModelerDoor.PATHS)).anyMatch(pattern -> place.pattern().startsWith(pattern.replace("**", "")));
    }

    private int status(Place place, RequestPostProcessor who) throws Exception {
        return answer(place, who).getStatus();
    }

    private MockHttpServletResponse answer(Place place, RequestPostProcessor who) throws Exception {
        return mvc.perform(request(place.method(), place.path()).with(csrf()).with(who)).andReturn().getResponse();
    }

    private static UserRequestPostProcessor as(String authority) {
        return user("somebody").authorities(() -> authority);
    }

    private static UserRequestPostProcessor everyRole() {
        return user("somebody").roles(Stream.of(Role.values()).map(Role::name).toArray(String[]::new));
    }
}
