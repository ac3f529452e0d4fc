package io.countersign.proof.diff;

import io.countersign.proof.PlaybookFiles;
import io.countersign.proof.Proof;

/**
 * One version of a playbook.
 *
 * @param files what it is deployed with
 * @param file  its name among them
 * @param proof what was found out about it
 */
public record PlaybookVersion(PlaybookFiles files, String file, Proof proof) {

    byte[] bytes() {
        return files.find(file).orElseThrow(() -> new IllegalArgumentException(file + " is not among the files"));
    }
}
