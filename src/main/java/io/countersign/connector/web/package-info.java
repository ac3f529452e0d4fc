/** The sandbox over HTTP, for trainers; it never reaches a real product. */
package io.countersign.connector.web;
