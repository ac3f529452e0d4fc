package io.countersign.datastore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** The connections that the product works with, under the role that owns nothing. */
final class Pool {

    private Pool() {
    }

    static HikariDataSource of(Database database, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("countersign");
        config.setJdbcUrl(database.url());
        config.setUsername(database.application().username());
        config.setPassword(database.application().password());
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        config.addDataSourceProperty("ApplicationName", "countersign");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // A server that vanished without a word, as in a fail-over, must not hold threads for a quarter of an hour. No statement of ours takes so long.
        config.addDataSourceProperty("socketTimeout", "60");
        return new HikariDataSource(config);
    }
}
