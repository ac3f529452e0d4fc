/**
 * Connectors whose products stand in a network segment that the nodes cannot reach: a worker there fetches orders over mutual TLS,
 * carries them out and brings the answers back. What an order needs stays in the memory of the node that gave it, credentials above
 * all, which never leave it; nothing here acts on a product.
 */
@org.springframework.modulith.NamedInterface("remote")
package io.countersign.connector.remote;
