package io.countersign.connector.list;

import io.countersign.action.Target;
import io.countersign.agent.CredentialVerifier;
import io.countersign.connector.ConnectorSettings;
import io.countersign.testing.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The lists on the database of the tests, and what people do to them past the product. */
public final class Lists {

    static final ListSettings DEFAULTS = new ListSettings(true, 100_000, Duration.ofDays(90), Duration.ofMinutes(15), ListSettings.Effective.LISTED);

    private static final JdbcClient JDBC = TestDatabase.jdbcClient();

    private Lists() {
    }

    static ListConnector connector(ListSettings settings, CredentialVerifier verifier, InstantSource clock) {
        return connector(settings, verifier, clock, Map.of());
    }

    static ListConnector connector(ListSettings settings, CredentialVerifier verifier, InstantSource clock, Map<String, String> routes) {
        ListRows rows = new ListRows(JDBC);
        ListPulls pulls = new ListPulls(JDBC);
        return new ListConnector(new ListOrders(rows, settings, verifier, clock, new DataSourceTransactionManager(TestDatabase.dataSource())),
                new ListLook(rows, pulls, settings, clock), new PullCheck(rows, pulls, settings, new ConnectorSettings(routes), clock));
    }

    static ServedLists served(InstantSource clock) {
        return new ServedLists(JDBC, new ListPulls(JDBC), clock);
    }

    /** A person puts an entry on. */
    public static void byHand(ListKind list, String value) {
        JDBC.sql("insert into list_entry (list, value, added_by) values (?, ?, 'ada')").params(list.name(), value).update();
    }

    /** A person takes an entry off, whoever put it on. */
    public static void clear(ListKind list, String value) {
        JDBC.sql("update list_entry set removed_at = now() where list = ? and value = ? and removed_at is null").params(list.name(), value).update();
    }

    /** Which owners an entry has on which list, of all entries that begin with this one. */
    static Map<String, String> owners(ListKind list, Target target) {
        String value = ListLine.of(list, target).text();
        Map<String, String> owners = new TreeMap<>();
        JDBC.sql("select value, coalesce(added_by, action_run::text) as owner from list_entry where list = ? and starts_with(value, ?) and removed_at is null")
                .params(list.name(), value).query(row -> {
                    owners.put(row.getString("value") + " of " + row.getString("owner"), "listed");
                });
        return owners;
    }
}
