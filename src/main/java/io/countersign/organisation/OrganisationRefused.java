package io.countersign.organisation;

/** A file was not taken; nothing changed. The message says what to mend. */
public class OrganisationRefused extends RuntimeException {

    private final String field;

    /** @param field where in the file, for example {@code people[2].team}; empty where it is about the file as a whole */
    OrganisationRefused(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
