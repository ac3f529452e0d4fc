package io.countersign.desk.web;

import java.util.List;

/**
 * A Camunda Form on a page.
 *
 * @param address  where form-js gets the form
 * @param values   what was typed so far, as JSON by field key
 * @param fields   the same form for browsers without scripts
 * @param problems what is wrong with what was sent, one sentence each; empty for a form nobody sent yet
 */
record FormSheet(String address, String values, List<Field> fields, List<String> problems) {

    /**
     * One field, or a text that is only shown.
     *
     * @param kind    the component's type; a {@code datetime} has its subtype
     * @param options value and label of a choice
     * @param problem why the value was not taken, or null
     */
    record Field(String kind, String key, String label, String description, boolean required, List<Option> options, String value, String problem) {
    }

    record Option(String value, String label) {
    }
}
