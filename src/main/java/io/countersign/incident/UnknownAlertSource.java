package io.countersign.incident;

/** No alert source has this name. */
public final class UnknownAlertSource extends RuntimeException {

    public UnknownAlertSource(String name) {
        super("There is no alert source '" + name + "'. GET /api/alert-sources names them.");
    }
}
