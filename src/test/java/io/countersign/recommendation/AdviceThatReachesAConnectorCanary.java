package io.countersign.recommendation;

import io.countersign.connector.Connector;

/** Breaks the rule that advice has no way to act. */
public class AdviceThatReachesAConnectorCanary {

    Connector connector;
}
