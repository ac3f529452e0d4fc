package io.countersign.connector.remote;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the connectors that workers in other network segments serve. Without {@code port} there are none. Both limits together
 * SHOULD stay below {@code countersign.execution.undo-alone}, after which a call counts as abandoned.
 *
 * @param port         where this node listens for workers, over TLS with client certificates and for nothing else; 0 takes any that is free
 * @param sslBundle    the Spring SSL bundle with the node's certificate and key, and as trust store the authority that signs workers, and no other;
 *                     {@code workers} by default
 * @param fetchWithin  until an order that no worker fetched is withdrawn: it was certainly not done
 * @param answerWithin until an order that a worker fetched counts as lost
 * @param products     connector id to product; each needs routes, as any connector
 */
@ConfigurationProperties("countersign.connector.remote")
public record RemoteSettings(Integer port, @DefaultValue("workers") String sslBundle, @DefaultValue("5s") Duration fetchWithin,
                             @DefaultValue("45s") Duration answerWithin, Map<String, Product> products) {

    private static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?");

    /**
     * One product in another segment.
     *
     * @param name      for people; the id by default
     * @param actions   the catalogue ids that its worker can do
     * @param workers   common names of the certificates of those that may serve it, and nobody else may
     * @param connector what the workers call their connector; the product's id by default. So two segments may each have an {@code ldap}
     */
    public record Product(String name, Set<String> actions, Set<String> workers, String connector) {

        public Product {
            actions = actions == null ? Set.of() : Set.copyOf(actions);
            workers = workers == null ? Set.of() : Set.copyOf(workers);
        }
    }

    public RemoteSettings {
        products = products == null ? Map.of() : Map.copyOf(products);
        if (port == null) {
            check(products.isEmpty(), "port", "is needed for the products that workers serve: " + products.keySet());
        } else {
            check(port >= 0 && port <= 65535, "port", "must lie between 0 and 65535");
            check(!products.isEmpty(), "products", "names no product, so the port would be open for nobody");
            check(between(fetchWithin, Duration.ofMillis(100), Duration.ofMinutes(1)), "fetch-within", "must lie between 100 ms and 1 minute");
            check(between(answerWithin, Duration.ofMillis(100), Duration.ofMinutes(5)), "answer-within", "must lie between 100 ms and 5 minutes");
            products.forEach(RemoteSettings::check);
            for (String id : products.keySet()) {
                for (String other : products.keySet()) {
                    check(id.equals(other) || !same(id, products.get(id), other, products.get(other)), "products",
                            "has '" + id + "' and '" + other + "' for the same connector of the same worker: what one contains the other would release");
                }
            }
        }
    }

    /** What the workers of this product call their connector. */
    String connectorOf(String product) {
        return atTheWorker(product, products.get(product));
    }

    private static String atTheWorker(String id, Product product) {
        return product.connector() == null || product.connector().isBlank() ? id : product.connector();
    }

    private static boolean same(String id, Product product, String other, Product second) {
        return atTheWorker(id, product).equals(atTheWorker(other, second)) && !Collections.disjoint(product.workers(), second.workers());
    }

    private static void check(String id, Product product) {
        check(ID.matcher(id).matches(), "products", "has the id '" + id + "': use lower-case letters, digits and hyphens");
        check(!product.actions().isEmpty(), "products." + id + ".actions", "must name what its worker can do");
        check(!product.workers().isEmpty(), "products." + id + ".workers", "must name who may serve it, as in their certificates");
    }

    private static boolean between(Duration time, Duration least, Duration most) {
        return time.compareTo(least) >= 0 && time.compareTo(most) <= 0;
    }

    private static void check(boolean holds, String setting, String why) {
        if (!holds) {
            throw new IllegalArgumentException("countersign.connector.remote." + setting + " " + why);
        }
    }
}
