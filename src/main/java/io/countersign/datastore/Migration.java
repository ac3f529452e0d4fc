package io.countersign.datastore;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema to this version as its owner, then grants the application's role what it needs and no more. */
final class Migration {

    private Migration() {
    }

    /** @return what was done, for actuator and tests */
    static Flyway run(Database database) {
        Flyway flyway = Flyway.configure()
                .dataSource(database.source(database.owner()))
                .locations("classpath:db/migration")
                .javaMigrations(new EngineSchema())
                .placeholders(Map.of("application_role", database.application().username()))
                .cleanDisabled(true)
                .load();
        try {
            flyway.migrate();
            return flyway;
        } catch (FlywayException failed) {
            throw new DatabaseUnavailable("The schema of " + database.place() + " cannot be brought to this version: " + failed.getMessage(),
                    "The database is as it was before the step that failed. If it was made by a newer version, start that one; else report this message",
                    failed);
        }
    }
}
