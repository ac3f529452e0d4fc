package io.countersign.connector;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A configuration that makes a connector from nothing but its settings, {@link CallClaims}, the
 * {@link io.countersign.agent.CredentialVerifier} and the clock: so a worker in another network segment may have it as well as a node.
 * It MUST depend on settings that say that the connector is wanted.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RunsInWorker {
}
