package io.countersign.policy.guardrail;

import io.countersign.action.TargetKind;
import io.countersign.incident.Asset;
import io.countersign.incident.Inventory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Never the last domain controller, never the default gateway: so many of each role in the inventory stay uncontained. */
@Component
class AvailabilityCheck implements GuardrailCheck {

    private final Inventory inventory;
    private final ContainedTargets contained;

    AvailabilityCheck(Inventory inventory, ContainedTargets contained) {
        this.inventory = inventory;
        this.contained = contained;
    }

    @Override
    public Guardrail.Kind kind() {
        return Guardrail.Kind.AVAILABILITY;
    }

    /** What is done to a process or a file leaves its host where it is. */
    @Override
    public Optional<String> breach(Guardrail row, Subject subject) {
        boolean inside = subject.target().kind() == TargetKind.PROCESS || subject.target().kind() == TargetKind.FILE;
        if (inside || !row.roles().contains(subject.role())) {
            return Optional.empty();
        }
        if (row.keep() == null) {
            return Optional.of(subject.target().value() + " has the role " + subject.role() + ", of which none is ever contained");
        }
        Set<String> others = inventory.withRole(subject.role()).stream().map(Asset::value).filter(value -> !value.equals(subject.target().value()))
                .collect(Collectors.toSet());
        int left = others.size() - contained.among(List.copyOf(others)).size();
        return left >= row.keep() ? Optional.empty() : Optional.of("only " + left + " with the role " + subject.role() + " would be left uncontained, and "
                + row.keep() + " must be");
    }
}
