package io.countersign.proof.diff;

import io.countersign.action.Catalogues;
import io.countersign.proof.BpmnFile;
import io.countersign.proof.GeneratedPlaybook;
import io.countersign.proof.PlaybookFiles;
import io.countersign.proof.Proof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Two versions of one playbook, compared; what the exploration sees is left out, so that each change shows by itself. */
final class Versions {

    private static final String FILE = "isolate-infected-host.bpmn";

    private Versions() {
    }

    static AuthorityChanges compare(UnaryOperator<Edits> before, UnaryOperator<Edits> now) {
        return compare(FILE, edited(before), edited(now));
    }

    static AuthorityChanges compare(GeneratedPlaybook before, GeneratedPlaybook now) {
        return compare(GeneratedPlaybook.FILE, before.xml(), now.xml());
    }

    static AuthorityChanges compareText(UnaryOperator<String> edit) {
        try {
            String text = Files.readString(Path.of("bpmn", FILE));
            return compare(FILE, text.getBytes(), edit.apply(text).getBytes());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static AuthorityChanges compare(PlaybookFiles before, PlaybookFiles now, String file) {
        return new AuthorityDiff(Catalogues.shipped()).between(version(before, file), version(now, file));
    }

    private static AuthorityChanges compare(String file, byte[] before, byte[] now) {
        return compare(GeneratedPlaybook.withShippedDecisionsAndForms(Map.of(file, before)), GeneratedPlaybook.withShippedDecisionsAndForms(Map.of(file, now)), file);
    }

    static byte[] edited(UnaryOperator<Edits> edit) {
        return edit.apply(new Edits(BpmnFile.read("bpmn/" + FILE))).write();
    }

    private static PlaybookVersion version(PlaybookFiles files, String file) {
        return new PlaybookVersion(files, file, new Proof(file, "isolate-infected-host", "", "0".repeat(64), "1", 0, Duration.ZERO, List.of(), List.of()));
    }
}
