package io.countersign.playbook;

/** The engine has no playbook of this key. */
public class UnknownPlaybook extends RuntimeException {

    UnknownPlaybook(String key) {
        super("There is no playbook '" + key + "'. Nothing was started.");
    }
}
