package io.countersign.connector.remote;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.preauth.x509.SubjectX500PrincipalExtractor;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Two doors, before all others. On the port for workers nothing is open but what they use, and that only to those whose certificate
 * names a worker of the settings; on any other port, that does not exist. No session and no cookie, and no browser has such a
 * certificate: so there is nothing that another site could make it do, and no CSRF token. {@code WorkerPortTest} proves both.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("countersign.connector.remote.port")
class WorkerSecurity {

    private static final String PATHS = "/worker/**";

    @Bean
    @Order(-20)
    SecurityFilterChain workers(HttpSecurity http, WorkerPort port, WorkerRegister workers) throws Exception {
        return plain(http.securityMatcher(port::serves))
                .x509(certificate -> certificate.x509PrincipalExtractor(new SubjectX500PrincipalExtractor()).userDetailsService(workers::byCertificate))
                .authorizeHttpRequests(requests -> requests.requestMatchers(PathPatternRequestMatcher.withDefaults().matcher(PATHS)).hasAuthority(WorkerRegister.WORKER)
                        .anyRequest().denyAll())
                .exceptionHandling(refused -> refused.authenticationEntryPoint((request, response, who) -> response.setStatus(HttpServletResponse.SC_FORBIDDEN))
                        .accessDeniedHandler((request, response, denied) -> response.setStatus(HttpServletResponse.SC_FORBIDDEN)))
                .build();
    }

    @Bean
    @Order(-19)
    SecurityFilterChain workersElsewhere(HttpSecurity http) throws Exception {
        return plain(http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher(PATHS)))
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .exceptionHandling(shut -> shut.authenticationEntryPoint((request, response, who) -> response.setStatus(HttpServletResponse.SC_NOT_FOUND))
                        .accessDeniedHandler((request, response, denied) -> response.setStatus(HttpServletResponse.SC_NOT_FOUND)))
                .build();
    }

    private static HttpSecurity plain(HttpSecurity http) throws Exception {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
    }
}
