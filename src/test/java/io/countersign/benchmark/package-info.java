/** Compares whole governed runs with the bare engine on the same files and the same PostgreSQL; measures, asserts nothing about time. */
package io.countersign.benchmark;
