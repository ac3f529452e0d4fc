package io.countersign.playbook;

/** A field, or what was sent for it, does not pass; the message goes on after the field's label. */
class FieldRefused extends RuntimeException {

    FieldRefused(String message) {
        super(message, null, false, false);
    }
}
