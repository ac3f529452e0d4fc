package io.countersign.datastore;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a person or a machine orders in a transaction of its own, and that is begun again from the start when it lost a race for a
 * row, ours or the engine's: so that the order is carried out, or refused for a reason that holds now. Where a transaction is open
 * already nothing is tried again, for the loss took that transaction with it. Six tries, with pauses that double from 20 ms to 500 ms.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface TriedAgain {
}
