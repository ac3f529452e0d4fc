package io.countersign.policy.guardrail;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Critical assets and very important people: by their role in the inventory, or by name. */
@Component
class ListCheck implements GuardrailCheck {

    @Override
    public Guardrail.Kind kind() {
        return Guardrail.Kind.LIST;
    }

    @Override
    public Optional<String> breach(Guardrail row, Subject subject) {
        if (row.roles().contains(subject.role())) {
            return Optional.of(subject.target().value() + " has the role " + subject.role() + " in the inventory");
        }
        return row.targets().contains(subject.target().value()) ? Optional.of(subject.target().value() + " is on the list") : Optional.empty();
    }
}
