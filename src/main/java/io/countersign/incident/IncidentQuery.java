package io.countersign.incident;

/**
 * Which incidents to list; null means any.
 *
 * @param text is looked for in the id, the title and the observables, case-insensitively
 */
public record IncidentQuery(TicketState ticket, Severity severity, String team, String text) {

    /** All of them. */
    public static final IncidentQuery ANY = new IncidentQuery(null, null, null, null);

    public IncidentQuery {
        team = blankToNull(team);
        text = blankToNull(text);
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
