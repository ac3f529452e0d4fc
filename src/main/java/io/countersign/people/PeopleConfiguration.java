package io.countersign.people;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {

    /** The algorithm stands before each hash, so that it can be replaced one sign-in at a time. */
    @Bean
    PasswordEncoder passwordEncoder(PeopleSettings settings) {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(settings.bcryptStrength())));
    }

    /** Signs people in, and nobody else: what machines carry is checked where they come in. */
    @Bean
    AuthenticationManager peopleAuthentication(PasswordSignIn passwords) {
        return new ProviderManager(passwords);
    }
}
