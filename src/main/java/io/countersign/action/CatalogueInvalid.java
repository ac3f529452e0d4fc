package io.countersign.action;

/** The catalogue file cannot be trusted, so nothing starts. The message names the entry, the field and what is wrong. */
class CatalogueInvalid extends RuntimeException {

    CatalogueInvalid(String file, String entry, String field, String problem) {
        super(file + ": entry '" + entry + "', field '" + field + "': " + problem + ". Mend the file and start again.");
    }

    CatalogueInvalid(String file, String problem, Throwable cause) {
        super(file + ": " + problem + ". Mend the file and start again.", cause);
    }
}
