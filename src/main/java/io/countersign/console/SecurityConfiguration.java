package io.countersign.console;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

import jakarta.servlet.DispatcherType;

/**
 * Two doors for people: the API takes a session or HTTP Basic and answers with problem details, everything else takes a session
 * and answers with pages. Paths that machines use (alert sources) have chains of their own, of a smaller order, in the module
 * that owns them. What no {@link AccessTable} row opens stays shut.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static final String[] API = {"/api/**", "/v3/**", "/actuator/**"};

    @Bean
    @Order(50)
    SecurityFilterChain apiDoor(HttpSecurity http, AccessRules rules, AuthenticationManager people, ApiRefusal refusal) throws Exception {
        return shut(http.securityMatcher(API), rules, people)
                .httpBasic(basic -> basic.authenticationEntryPoint(refusal))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(new AndRequestMatcher(
                        CsrfFilter.DEFAULT_CSRF_MATCHER, new NegatedRequestMatcher(new NotFromABrowser()))))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
                .build();
    }

    @Bean
    @Order(100)
    SecurityFilterChain pageDoor(HttpSecurity http, AccessRules rules, AuthenticationManager people, PageRefusal refusal) throws Exception {
        return shut(http, rules, people)
                .formLogin(form -> form.loginPage("/login").failureHandler(new SignInFailure()))
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
                .build();
    }

    /** The error page itself is dispatched inside the server; a request for it from outside is refused like any unknown path. */
    static HttpSecurity shut(HttpSecurity http, AccessRules rules, AuthenticationManager people) throws Exception {
        return http.authenticationManager(people)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                        .anyRequest().access(rules))
                .headers(new SecurityHeaders());
    }
}
