package io.countersign.action;

/** The catalogue has no such action type. */
public class UnknownAction extends RuntimeException {

    public UnknownAction(String id) {
        super("The action catalogue has no '" + id + "'");
    }
}
