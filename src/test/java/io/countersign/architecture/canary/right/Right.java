package io.countersign.architecture.canary.right;

/** Is reached. */
public class Right {
}
