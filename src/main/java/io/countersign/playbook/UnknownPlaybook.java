package io.countersign.playbook;

/** The engine has no playbook of this key that may start. */
public class UnknownPlaybook extends RuntimeException {

    private UnknownPlaybook(String message) {
        super(message);
    }

    static UnknownPlaybook of(String key) {
        return new UnknownPlaybook("There is no playbook '" + key + "'. Nothing was started.");
    }

    static UnknownPlaybook suspended(String key) {
        return new UnknownPlaybook("The playbook '" + key + "' does not hold by the rules of today and is suspended; its page says why. Nothing was started.");
    }
}
