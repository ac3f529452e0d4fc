package io.countersign.architecture.canary;

/** Root of two modules of which one breaks the rules, so that the check of modules is itself checked. */
@org.springframework.modulith.Modulithic
public class CanaryModules {
}
