package io.countersign.command;

/** What {@code --help} prints. */
final class Help {

    static final String TEXT = """
            Proves and compares playbooks. Needs no server and no database, and changes nothing.

              countersign check FILE... [--json] [--simulate SCRIPT]...
                Proves each playbook (.bpmn) among the files and folders. Decisions and forms that are not among them
                are looked for beside a playbook (its folder, decisions/, ../decisions, ../forms) and among the shipped ones.
                One line a finding, file:element: RULE message, its trace and how to mend it beneath.
                Exit code: 0 every playbook may run, 1 one is refused, 2 a file cannot be used. Warnings do not refuse.
                --simulate plays scripts (YAML, schema: proof/scenario.schema.json, or a folder of them) with the files that
                are proved, on the real engine and policy, the sandbox and a database that is thrown away; it prints the
                timeline, and exits with 1 where something expected did not happen.

              countersign diff OLD NEW [--json]
                Says what changed in authority between two versions of a playbook, or between two folders of them:
                + gained, - lost, = neither. Exit code: 0 nothing gained, 1 authority gained, 2 a file cannot be used.

              countersign worker --countersign.worker.nodes=https://NODE:PORT,... [--SETTING=VALUE]...
                Serves connectors in a network segment that the nodes cannot reach, until it is told to end (SIGTERM): fetches
                orders from the nodes over mutual TLS, carries them out, brings the answers. Settings: docker/SETTINGS.md, each
                readable from the environment too. Exit code: 2 it cannot start with its settings.

              --json      one JSON document (schemas: proof/check.schema.json, proof/diff.schema.json)
              --help      this text

            Without a command the product starts; its settings may follow, such as --server.port=8081.
            """;

    private Help() {
    }
}
