package io.countersign.console;

import io.countersign.people.DeployTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/**
 * The door for Camunda Modeler: each request carries a password or a deploy token, and a session counts for nothing here. So no other
 * site can use it with a person's rights, except by a password that a browser remembers, which {@link #carriesItsOwnRights} rules out.
 */
@Configuration(proxyBeanMethods = false)
class ModelerDoor {

    static final String PATHS = "/engine-rest/**";

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    @Bean
    @Order(40)
    SecurityFilterChain modeler(HttpSecurity http, AccessRules rules, AuthenticationManager people, DeployTokens tokens, ApiRefusal refusal) throws Exception {
        return SecurityConfiguration.shut(http.securityMatcher(PATHS), rules, people)
                .httpBasic(basic -> basic.authenticationEntryPoint(refusal))
                .addFilterBefore(bearer(tokens, refusal), BasicAuthenticationFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(new AndRequestMatcher(
                        CsrfFilter.DEFAULT_CSRF_MATCHER, new NegatedRequestMatcher(ModelerDoor::carriesItsOwnRights))))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
                .build();
    }

    private static AuthenticationFilter bearer(DeployTokens tokens, ApiRefusal refusal) {
        AuthenticationFilter filter = new AuthenticationFilter((AuthenticationManager) attempt -> tokens.signIn(String.valueOf(attempt.getCredentials())),
                ModelerDoor::token);
        filter.setSuccessHandler((request, response, who) -> {
            // Stays only for this request, which goes on.
        });
        filter.setFailureHandler(new AuthenticationEntryPointFailureHandler(refusal));
        return filter;
    }

    private static Authentication token(HttpServletRequest request) {
        return credentials(request, BEARER).map(secret -> UsernamePasswordAuthenticationToken.unauthenticated("", secret)).orElse(null);
    }

    /** A browser never sends a token by itself; a password that it remembers it does, but then it names the site that made it. Modeler's is {@code file://}. */
    private static boolean carriesItsOwnRights(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return credentials(request, BEARER).isPresent()
                || credentials(request, BASIC).isPresent() && request.getHeader(HttpHeaders.COOKIE) == null
                && (origin == null || origin.toLowerCase(Locale.ROOT).startsWith("file:"));
    }

    private static Optional<String> credentials(HttpServletRequest request, String scheme) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, scheme, 0, scheme.length())).map(header -> header.substring(scheme.length()).strip());
    }
}
