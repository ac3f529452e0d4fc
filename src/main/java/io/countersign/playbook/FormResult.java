package io.countersign.playbook;

import java.util.List;
import java.util.Map;

/** What became of a submitted form. */
public sealed interface FormResult {

    /**
     * Every value fits. Text is a {@code String} without blanks around it, a number a {@code BigDecimal}, a checkbox a
     * {@code Boolean}, a date a {@code LocalDate}, a date with time an {@code Instant}; what was not sent is not in it.
     */
    record Accepted(Map<String, Object> values) implements FormResult {

        public Accepted {
            values = Map.copyOf(values);
        }
    }

    /** Nothing of it may be used. */
    record Refused(List<Problem> problems) implements FormResult {

        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** @param key the field's key; empty for the form as a whole */
    record Problem(String key, String message) {
    }
}
