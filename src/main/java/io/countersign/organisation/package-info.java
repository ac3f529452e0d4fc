/** Brings an organisation in: the first administrator of an empty installation, then teams, people, assets and agents from a file; it gives nobody a known password. */
@org.springframework.modulith.ApplicationModule(displayName = "Organisation",
        allowedDependencies = {"agent", "action", "console", "datastore", "evidence", "incident", "people", "policy", "policy::guardrail"})
package io.countersign.organisation;
