package io.countersign.proof.diff;

/**
 * One thing that changed in authority.
 *
 * @param element  id of the element that shows it, in the new version if it is there; empty where none does
 * @param sentence in plain words, with the new version as its subject
 */
public record Change(ChangeKind kind, Direction direction, String element, String sentence) {

    static Change gains(ChangeKind kind, String element, String sentence) {
        return new Change(kind, Direction.GAINS, element, sentence);
    }

    static Change loses(ChangeKind kind, String element, String sentence) {
        return new Change(kind, Direction.LOSES, element, sentence);
    }

    static Change neutral(ChangeKind kind, String element, String sentence) {
        return new Change(kind, Direction.NEUTRAL, element, sentence);
    }
}
