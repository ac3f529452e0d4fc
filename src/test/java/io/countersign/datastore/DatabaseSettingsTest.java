package io.countersign.datastore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class DatabaseSettingsTest {

    private final ApplicationContextRunner settings = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class)).withUserConfiguration(Settings.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(DatabaseSettings.class)
    static class Settings {
    }

    @Test
    void theEnvironmentNamesAnExternalDatabaseAndItsTwoAccounts() {
        withEnvironment(Map.of("COUNTERSIGN_DATABASE_URL", "jdbc:postgresql://db/x?ssl=true", "COUNTERSIGN_DATABASE_USERNAME", "app",
                "COUNTERSIGN_DATABASE_PASSWORD", "p1", "COUNTERSIGN_DATABASE_MIGRATION_USERNAME", "owner",
                "COUNTERSIGN_DATABASE_MIGRATION_PASSWORD", "p2")).run(context -> {
                    Database database = ExternalServer.of(context.getBean(DatabaseSettings.class)).database();
                    assertThat(database.application()).isEqualTo(new Account("app", "p1"));
                    assertThat(database.owner()).isEqualTo(new Account("owner", "p2"));
                    assertThat(database.embedded()).isFalse();
                });
    }

    @Test
    void anEmptyUrlMeansTheEmbeddedDatabase() {
        withEnvironment(Map.of("COUNTERSIGN_DATABASE_URL", "")).run(context ->
                assertThat(context.getBean(DatabaseSettings.class).embedded()).isTrue());
    }

    @Test
    void anotherKindOfDatabaseIsRefused() {
        withEnvironment(Map.of("COUNTERSIGN_DATABASE_URL", "jdbc:h2:mem:x", "COUNTERSIGN_DATABASE_USERNAME", "sa")).run(context ->
                assertThat(context).getFailure().rootCause().hasMessageContaining("PostgreSQL is the only database"));
    }

    @Test
    void aUrlWithoutAUserNameIsRefused() {
        withEnvironment(Map.of("COUNTERSIGN_DATABASE_URL", "jdbc:postgresql://db/x")).run(context ->
                assertThat(context).getFailure().rootCause().hasMessageContaining("username is needed"));
    }

    @Test
    void passwordsNeverShowInText() {
        assertThat(new DatabaseSettings("jdbc:postgresql://db/x?password=s3cret", "app", "s3cret", "owner", "s3cret", 1, 2, null).toString()
                + new Account("app", "s3cret")).doesNotContain("s3cret");
    }

    private ApplicationContextRunner withEnvironment(Map<String, String> environment) {
        return settings.withInitializer(context -> context.getEnvironment().getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", Map.copyOf(environment))));
    }
}
