package io.countersign.datastore;

/** Countersign cannot start with this database or home. {@code remedy} says what a person should do. */
public class DatabaseUnavailable extends RuntimeException {

    private final String remedy;

    DatabaseUnavailable(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    DatabaseUnavailable(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
