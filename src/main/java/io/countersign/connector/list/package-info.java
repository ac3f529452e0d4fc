/**
 * Block lists that firewalls, proxies and mail gateways pull: what PAN-OS calls an external dynamic list and others a threat feed, plain
 * text with one entry a line. The lists are in our own database and served by our own HTTP port, behind the same TLS as everything else.
 *
 * <p>What "observed" means here: that the entry is on the list that we serve, and nothing more. A firewall acts only after its next pull,
 * and we never see what it then does. {@link io.countersign.connector.list.ListSettings.Effective} says which of the two counts as the effect:
 * being served, or having been pulled since. It never takes off what a person put on.
 */
package io.countersign.connector.list;
