package io.countersign.datastore;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * One data source for the engine and everything else. It depends on the migration, and the migration on the server: nobody
 * gets a connection to an old schema, and the embedded server is stopped after all who use it.
 */
@Configuration(proxyBeanMethods = false)
class DatastoreConfiguration {

    @Bean
    Home home(HomeSettings settings) {
        return new Home(settings.home());
    }

    @Bean
    DatabaseServer databaseServer(Home home, DatabaseSettings settings) {
        return settings.embedded() ? EmbeddedServer.start(home, home.resolve("postgres-programs"), settings.port(), settings.startTimeout())
                : ExternalServer.of(settings);
    }

    @Bean
    Database database(DatabaseServer server, DatabaseSettings settings) {
        DatabaseConnection.check(server.database(), settings.startTimeout());
        return server.database();
    }

    @Bean
    Flyway flyway(Database database) {
        return Migration.run(database);
    }

    @Bean
    HikariDataSource dataSource(Database database, Flyway migrated, DatabaseSettings settings) {
        return Pool.of(database, settings.poolSize());
    }
}
