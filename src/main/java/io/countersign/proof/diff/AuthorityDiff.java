package io.countersign.proof.diff;

import io.countersign.action.ActionCatalogue;
import io.countersign.proof.net.PlaybookXml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Says what changed in authority between two versions of one playbook. Thread-safe, without side effects, and without an engine.
 * Elements are known by what they are for and not by their ids, ways by where they lead and not by their gateways; what it does
 * not understand counts as gained. {@code AuthorityDiffTest} shows each kind of change with its direction.
 */
public final class AuthorityDiff {

    private final ActionCatalogue catalogue;

    public AuthorityDiff(ActionCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Never throws because of what a file holds: what cannot be read has gained authority that nobody knows. */
    public AuthorityChanges between(PlaybookVersion before, PlaybookVersion now) {
        List<Change> changes = new ArrayList<>();
        try {
            Bundle old = Bundle.read(before, catalogue);
            Bundle bundle = Bundle.read(now, catalogue);
            Set<String> ambiguous = new HashSet<>(Landmarks.ambiguous(old.net()));
            ambiguous.addAll(Landmarks.ambiguous(bundle.net()));
            compare(old.tellingApart(ambiguous), bundle.tellingApart(ambiguous), changes);
        } catch (PlaybookXml.Unreadable unreadable) {
            changes.add(Change.gains(ChangeKind.PROOF, "", "It cannot be compared: " + unreadable.getMessage() + "."));
        }
        return new AuthorityChanges(now.proof().process(), before.proof().sha256(), now.proof().sha256(), changes);
    }

    private void compare(Bundle before, Bundle now, List<Change> changes) {
        if (!before.net().process().equals(now.net().process())) {
            changes.add(Change.gains(ChangeKind.UNKNOWN, "", "It is another playbook."));
        }
        Passed passed = new Passed(before, now);
        changes.addAll(new Actions(before, now).changes());
        changes.addAll(new Tiers(before, now).changes());
        changes.addAll(new ComeAndGone(before, now, passed).changes());
        changes.addAll(new Ways(before, now, passed).changes());
        changes.addAll(new DetailChanges(before, now).changes());
        changes.addAll(new Forms(before, now).changes());
        changes.addAll(new Decisions(before, now).changes());
        changes.addAll(new Reach(before, now, catalogue).changes());
    }
}
