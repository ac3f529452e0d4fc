package io.countersign.connector.list.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/**
 * The door for consumers of lists: no session, no cookie, no person. Opens only reading, which {@link ListController} lets nobody do
 * without the token of a consumer; {@code ListApiTest} proves it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ListSecurity {

    private static final String LISTS = "/api/lists/*";

    @Bean
    @Order(15)
    SecurityFilterChain lists(HttpSecurity http) throws Exception {
        return http.securityMatcher(new OrRequestMatcher(matcher(HttpMethod.GET), matcher(HttpMethod.HEAD)))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static PathPatternRequestMatcher matcher(HttpMethod method) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, LISTS);
    }
}
