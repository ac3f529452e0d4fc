package io.countersign.node;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this node does. A node without pages still answers for its health and metrics; one without work starts runs, takes decisions and
 * orders, and leaves timers, triage, calls to products and their undo to the others, who find them within {@code countersign.playbook.poll}.
 *
 * @param pages serves pages and API, alerts included
 * @param work  carries out what waits in the database
 */
@ConfigurationProperties("countersign.node")
public record NodeSettings(@DefaultValue("true") boolean pages, @DefaultValue("true") boolean work) {

    public NodeSettings {
        if (!pages && !work) {
            throw new IllegalArgumentException("countersign.node.pages and countersign.node.work are both false: this node would do nothing");
        }
    }
}
