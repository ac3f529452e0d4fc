package io.countersign.connector.nftables;

import io.countersign.evidence.ActionRunId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comment by which an element of ours is told from a stranger's: it names the call that added it. */
record Mark(ActionRunId run) {

    private static final Pattern FORM = Pattern.compile("countersign ([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

    /** Empty for every comment that is not exactly one of ours. */
    static Optional<Mark> of(String comment) {
        Matcher parts = FORM.matcher(comment);
        return parts.matches() ? Optional.of(new Mark(ActionRunId.parse(parts.group(1)))) : Optional.empty();
    }

    @Override
    public String toString() {
        return "countersign " + run;
    }
}
