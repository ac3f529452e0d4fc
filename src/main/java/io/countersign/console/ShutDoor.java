package io.countersign.console;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/** On a node that serves no pages, everything but health and metrics is shut: what reaches it was sent to the wrong node. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "countersign.node.pages", havingValue = false)
class ShutDoor {

    private static final Problem ELSEWHERE = Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "This node carries out work and serves no pages. Ask one that does.");

    @Bean
    @Order(1)
    SecurityFilterChain elsewhere(HttpSecurity http, ApiRefusal refusal) throws Exception {
        return http.securityMatcher(new NegatedRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher("/actuator/**")))
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(new SecurityHeaders())
                .exceptionHandling(shut -> shut.authenticationEntryPoint((request, response, who) -> refusal.write(request, response, ELSEWHERE))
                        .accessDeniedHandler((request, response, denied) -> refusal.write(request, response, ELSEWHERE)))
                .build();
    }
}
