/** A product that exists only in our database, for training and tests; it never reaches a real target and never hides that it is not real. */
@org.springframework.modulith.NamedInterface("sandbox")
package io.countersign.connector.sandbox;
