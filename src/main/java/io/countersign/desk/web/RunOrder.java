package io.countersign.desk.web;

import io.countersign.playbook.OrderForms;
import java.util.Arrays;
import java.util.Locale;

/** What a person may order for a run; in an address in lower case. */
enum RunOrder {

    /** Take everything back, from wherever the run stands. */
    ROLLBACK("Roll back", "Take it all back", null),
    /** Release what is contained, before its lease ends. */
    RELEASE("Release", "Release it now", OrderForms.RELEASE),
    /** Keep what is contained until a day. */
    KEEP("Keep", "Keep it contained", OrderForms.KEEP);

    private static final String REASON_FORM = """
            {"type": "default", "id": "roll-back-run", "schemaVersion": 18, "components": [{"type": "textarea", "id": "field-reason", "key": "reason",
              "label": "Why take it back?",
              "description": "What makes it right to undo this. It stays on the record under your name (10 to 2000 characters).",
              "validate": {"required": true, "minLength": 10, "maxLength": 2000}}]}""";

    private final String title;
    private final String button;
    private final String form;

    RunOrder(String title, String button, String form) {
        this.title = title;
        this.button = button;
        this.form = form;
    }

    static RunOrder of(String path) {
        return Arrays.stream(values()).filter(order -> order.path().equals(path)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A run can be ordered to rollback, release or keep, not to " + path));
    }

    /** The form that the run's playbook brought for it; for a rollback, which every run allows, our own. */
    String form(OrderForms forms, String definition) {
        return form == null ? REASON_FORM : forms.find(definition, form).orElseThrow(() -> new IllegalStateException(
                "This version of the playbook came without the form " + form + ", so this cannot be ordered here. Roll it back instead."));
    }

    /** As it stands in an address. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    public String button() {
        return button;
    }
}
