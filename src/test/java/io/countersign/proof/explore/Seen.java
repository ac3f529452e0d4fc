package io.countersign.proof.explore;

import java.util.List;
import java.util.Set;

/**
 * One transaction of the engine in the words of the game.
 *
 * @param done    the nodes that completed, in order
 * @param resting the nodes at which something waits afterwards, sorted; a node once for each token
 * @param effects activities of the actions that are in effect afterwards
 * @param refused why the engine rolled the transaction back; null if it did not
 */
record Seen(String cause, List<Done> done, List<String> resting, Set<String> effects, boolean running, String refused) {

    /** @param answer the code of what was answered; 0 where nothing was asked */
    record Done(String node, int answer) {
        @Override
        public String toString() {
            return answer == 0 ? node : node + "=" + answer;
        }
    }
}
