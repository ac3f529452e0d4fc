/** Plays the token game of a net, as the engine plays it, through every choice that data, people, targets and time can make; it judges each state and keeps the shortest way to it. */
package io.countersign.proof.explore;
