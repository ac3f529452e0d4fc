package io.countersign.people;

/** What a person may do. A person may hold several; separation of duties is checked per decision, not per role. */
public enum Role {
    /** Works incidents: reads, starts playbooks, asks for release and rollback. */
    ANALYST,
    /** Decides on action requests of the teams they belong to. */
    APPROVER,
    /** Deploys playbooks and decisions. */
    DESIGNER,
    /** Looks at what gains authority before it runs: activates or turns down versions that others made. */
    GOVERNOR,
    /** Reads everything, changes nothing. */
    AUDITOR,
    /** Manages people, agents, tokens and settings; holds no power over a containment by that alone. */
    ADMINISTRATOR
}
