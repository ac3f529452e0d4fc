package io.countersign.proof;

import org.springframework.context.ApplicationContext;

/** Breaks the rule that a proof needs no server. */
public class ProofThatNeedsAServerCanary {
    ApplicationContext context;
}
