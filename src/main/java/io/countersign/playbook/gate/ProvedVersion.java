package io.countersign.playbook.gate;

import java.util.UUID;

/**
 * One version in the engine, and the files with which it was proved.
 *
 * @param definition id of the process definition
 * @param bundle     hash of all files of its deployment
 * @param file       the playbook's name among them
 * @param submission by which it came
 */
public record ProvedVersion(String definition, String playbook, int version, String deployment, String bundle, String file, UUID submission) {
}
