package io.countersign.architecture.canary.left;

import io.countersign.architecture.canary.right.Right;

/** Breaks the rule. */
public class ReachesRight {

    private final Right right = new Right();

    public Right reach() {
        return right;
    }
}
