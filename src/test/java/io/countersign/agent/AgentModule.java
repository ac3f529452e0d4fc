package io.countersign.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.countersign.action.ActionCatalogue;
import io.countersign.evidence.EvidenceLog;
import io.countersign.people.People;
import io.countersign.people.Person;
import io.countersign.people.Role;
import io.countersign.people.Team;
import io.countersign.testing.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The agent module with what it stands on, on a real database, with a clock that tests move and people that are always there. */
@EnableTransactionManagement
@EnableJpaRepositories(basePackageClasses = AgentModule.class)
@ComponentScan(basePackages = {"io.countersign.evidence", "io.countersign.action", "io.countersign.agent"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Test.*|\\.web\\..*|CredentialTokens)"))
public class AgentModule {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Bean(destroyMethod = "")
    DataSource database() {
        return TestDatabase.dataSource();
    }

    @Bean
    LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource database) {
        LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
        factory.setDataSource(database);
        factory.setPackagesToScan("io.countersign.agent");
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.setJpaPropertyMap(Map.of("hibernate.physical_naming_strategy", CamelCaseToUnderscoresNamingStrategy.class.getName()));
        return factory;
    }

    @Bean
    JpaTransactionManager transactionManager(EntityManagerFactory factory) {
        return new JpaTransactionManager(factory);
    }

    @Bean
    JdbcClient jdbc(DataSource database) {
        return JdbcClient.create(database);
    }

    @Bean
    ObjectMapper json() {
        return new ObjectMapper();
    }

    @Bean
    AgentSettings settings() {
        return new AgentSettings(Duration.ofMinutes(2));
    }

    @Bean
    RSAKey signingKey() throws JOSEException {
        return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
    }

    @Bean
    CredentialTokens tokens(RSAKey signingKey) throws JOSEException {
        return new CredentialTokens(signingKey);
    }

    @Bean
    MovedClock clock() {
        return new MovedClock();
    }

    @Bean
    People people() {
        return new Everybody();
    }

    public static class MovedClock implements InstantSource {

        private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

        @Override
        public Instant instant() {
            return now.get();
        }

        void set(Instant to) {
            now.set(to);
        }
    }

    /** Olga owns agents, Ada administers, Nils left. There is one team. */
    private record Everybody() implements People {

        @Override
        public Optional<Person> find(String username) {
            return all().stream().filter(person -> person.username().equals(username)).findFirst();
        }

        @Override
        public Optional<Team> team(String id) {
            return teams().stream().filter(team -> team.id().equals(id)).findFirst();
        }

        @Override
        public List<Team> teams() {
            return List.of(new Team("soc", "SOC"));
        }

        @Override
        public List<Person> all() {
            return List.of(new Person("olga", "Olga", "soc", Set.of(Role.ANALYST), true), new Person("ada", "Ada", "soc", Set.of(Role.ADMINISTRATOR), true),
                    new Person("nils", "Nils", "soc", Set.of(Role.ANALYST), false));
        }

        @Override
        public boolean passwordMatches(String username, CharSequence password) {
            return false;
        }
    }
}
