package io.countersign.playbook;

import io.countersign.playbook.gate.Bundle;
import io.countersign.proof.Vocabulary;
import io.countersign.proof.diff.AuthorityChanges;
import io.countersign.proof.diff.Change;
import io.countersign.proof.diff.ChangeKind;
import io.countersign.proof.diff.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Decisions that no comparison of playbooks covers: the one that chooses which playbooks start by themselves, and those that are sent
 * without a playbook. Any change of such a decision counts as gained authority.
 */
@Component
class DecisionGains {

    private final PlaybookLibrary library;

    DecisionGains(PlaybookLibrary library) {
        this.library = library;
    }

    List<AuthorityChanges> of(Bundle bundle) {
        boolean alone = bundle.files().playbooks().isEmpty();
        return bundle.files().ofKind(".dmn").entrySet().stream().sorted(java.util.Map.Entry.comparingByKey())
                .flatMap(file -> changed(file.getKey(), file.getValue(), alone).stream()).toList();
    }

    private Optional<AuthorityChanges> changed(String file, byte[] content, boolean alone) {
        Set<String> defined = UploadedFile.read(file, content).defines();
        List<String> keys = defined.stream().map(name -> name.substring(References.DECISION.length())).filter(key -> alone || key.equals(Vocabulary.SELECTION_DECISION))
                .filter(key -> !sameAsLatest(key, content)).toList();
        return keys.isEmpty() ? Optional.empty() : Optional.of(new AuthorityChanges(keys.get(0), "", "", keys.stream().map(DecisionGains::gained).toList()));
    }

    private boolean sameAsLatest(String key, byte[] content) {
        return library.decisions().stream().filter(decision -> decision.key().equals(key)).findFirst().flatMap(decision -> library.dmnBytes(decision.definition()))
                .filter(latest -> Arrays.equals(latest, content)).isPresent();
    }

    private static Change gained(String key) {
        return new Change(ChangeKind.DECISION, Direction.GAINS, key, key.equals(Vocabulary.SELECTION_DECISION)
                ? "The decision “" + key + "” changes: it chooses which playbooks start by themselves." : "The decision “" + key + "” changes on its own.");
    }
}
