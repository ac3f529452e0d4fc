/** Countersign itself as a connector: its agents, their credentials and what they did; it obeys the same contract as a product, down to credentials. */
package io.countersign.connector.countersign;
