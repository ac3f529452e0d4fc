package io.countersign.incident;

/**
 * What policy needs to know of an incident, and of one thing in it.
 *
 * @param foreign whether the incident names the thing and shows it to be outside the organisation
 */
public record Circumstances(Severity severity, TicketState ticket, Environment environment, String team, boolean foreign) {
}
