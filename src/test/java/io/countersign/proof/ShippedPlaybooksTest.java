package io.countersign.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.Catalogues;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What ships is proved. */
class ShippedPlaybooksTest {

    @Test
    void everyShippedPlaybookIsProved() throws IOException {
        PlaybookFiles files = PlaybookFiles.read(List.of(Path.of("bpmn"), Path.of("forms")));
        new AuthorityProof(Catalogues.shipped()).prove(files).forEach(proof -> {
            assertThat(proof.findings()).as(proof.file()).isEmpty();
            assertThat(proof.actions()).as(proof.file()).isNotEmpty().allMatch(action -> action.approvals().size() >= 2);
        });
    }
}
