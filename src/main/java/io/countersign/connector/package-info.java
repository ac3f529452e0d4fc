/** The contract for reaching a product, the sandbox, and one package per product; it never acts without a redeemed credential. */
@org.springframework.modulith.ApplicationModule(displayName = "Connector", allowedDependencies = {"action", "agent", "console", "evidence"})
package io.countersign.connector;
