/** The product that was built, on a PostgreSQL as operators have it, with the commands of the README. */
package io.countersign.backup;
