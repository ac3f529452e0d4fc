/** The API over which everything that the pages do is possible too; it translates between HTTP and the modules and decides nothing. */
package io.countersign.desk.api;
