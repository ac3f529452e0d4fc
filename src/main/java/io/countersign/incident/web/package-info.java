/** The HTTP side of incidents: alert intake for machines with a token, and the REST API for people; it decides nothing. */
package io.countersign.incident.web;
