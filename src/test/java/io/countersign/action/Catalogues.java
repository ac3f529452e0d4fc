package io.countersign.action;

/** The real catalogue, for tests of other modules. */
public final class Catalogues {

    private Catalogues() {
    }

    public static ActionCatalogue shipped() {
        return new YamlActionCatalogue();
    }
}
