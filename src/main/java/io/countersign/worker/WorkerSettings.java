package io.countersign.worker;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of {@code countersign.jar worker}; the product itself does not use them.
 *
 * @param nodes     addresses of all nodes, each with the port that is there for workers: an order is known only to the node that gave it
 * @param sslBundle the Spring SSL bundle with the worker's certificate and key, whose common name is the worker's name, and the
 *                  authority that signed the nodes' certificates; {@code worker} by default
 * @param atOnce    orders of one node carried out at once, 1 to 64; 8 by default
 */
@ConfigurationProperties("countersign.worker")
public record WorkerSettings(List<URI> nodes, @DefaultValue("worker") String sslBundle, @DefaultValue("8") int atOnce) {

    public WorkerSettings {
        nodes = nodes == null ? List.of() : List.copyOf(nodes);
        check(atOnce >= 1 && atOnce <= 64, "at-once", "must lie between 1 and 64");
        check(new HashSet<>(nodes).size() == nodes.size(), "nodes", "names a node twice");
        nodes.forEach(node -> check(isAddress(node), "nodes", "must be addresses like https://node.example.org:8443, and '" + node + "' is none"));
    }

    /** @throws IllegalArgumentException if a worker could not work with them */
    void requireNodes() {
        check(!nodes.isEmpty(), "nodes", "must name the nodes to fetch orders from, for example https://node-a.example.org:8443,https://node-b.example.org:8443");
    }

    private static boolean isAddress(URI node) {
        return "https".equals(node.getScheme()) && node.getHost() != null && node.getUserInfo() == null && node.getQuery() == null
                && (node.getPath().isEmpty() || node.getPath().equals("/"));
    }

    private static void check(boolean holds, String setting, String why) {
        if (!holds) {
            throw new IllegalArgumentException("countersign.worker." + setting + " " + why);
        }
    }
}
