/**
 * The process that serves connectors in a network segment which the nodes cannot reach: it fetches orders from them, carries them out
 * with the connectors of the product, and brings the answers back. It has no database, no engine and no pages, keeps nothing, and
 * sends nothing to a product for which the node that gave the order did not redeem the credential.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Worker", allowedDependencies = {"action", "agent", "connector", "connector :: remote"})
package io.countersign.worker;
