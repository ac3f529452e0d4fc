package io.countersign.policy.guardrail;

import java.util.Collection;
import java.util.Set;

/** What is contained right now; the ledger knows. MUST see what other transactions committed up to this moment. */
public interface ContainedTargets {

    /** Those of the named hosts, addresses, accounts and so on that are contained or being contained. */
    Set<String> among(Collection<String> values);
}
