package io.countersign.connector.list;

import io.countersign.action.TargetKind;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The lists there are: one per kind of entry, since a consumer reads a list as one kind only. Names are stored: add, never rename. */
public enum ListKind {

    ADDRESS("block-address", TargetKind.ADDRESS),
    DOMAIN("block-domain", TargetKind.DOMAIN),
    URL("block-url", TargetKind.URL),
    HASH("block-hash", TargetKind.FILE_HASH);

    private final String actionType;
    private final TargetKind target;

    ListKind(String actionType, TargetKind target) {
        this.actionType = actionType;
        this.target = target;
    }

    /** The catalogue id of what puts an entry on it. */
    public String actionType() {
        return actionType;
    }

    public TargetKind target() {
        return target;
    }

    /** Its name in the address that consumers pull. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ListKind> ofPath(String path) {
        return Stream.of(values()).filter(kind -> kind.path().equals(path)).findFirst();
    }

    static Optional<ListKind> ofAction(String actionType) {
        return Stream.of(values()).filter(kind -> kind.actionType.equals(actionType)).findFirst();
    }
}
