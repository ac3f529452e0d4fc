package io.countersign.policy.guardrail;

import java.util.Optional;

/** How one kind of guardrail judges. Called for rows of its kind that cover the subject. */
interface GuardrailCheck {

    Guardrail.Kind kind();

    /** Why it would be broken; empty if it holds. */
    Optional<String> breach(Guardrail row, Subject subject);
}
