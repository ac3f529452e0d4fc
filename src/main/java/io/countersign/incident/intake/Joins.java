package io.countersign.incident.intake;

/** Whether two alerts that mention the same thing are about the same case. From the weakest. */
public enum Joins {
    /** Too common to say anything: a process name, the loopback address, the target of a scan. */
    NEVER,
    /** Only when the traffic began inside: then the far end is what a compromised host talks to. */
    WHEN_OUTBOUND,
    /** Names the attacker or the victim. */
    ALWAYS
}
