package io.countersign.stop;

/** What a stop holds back. {@code name} is the playbook's key, the catalogue id of the action or the connector's id; empty for everything. */
public record StopScope(Kind kind, String name) {

    /** How far a stop reaches. */
    public enum Kind {
        /** Every new effect there is. */
        EVERYTHING,
        /** New effects of all runs of one playbook, in whatever version. */
        PLAYBOOK,
        /** New effects of one kind of action. */
        ACTION_TYPE,
        /** New effects through one product. */
        CONNECTOR
    }

    public StopScope {
        if (kind == null || name == null || name.length() > 200 || name.isEmpty() != (kind == Kind.EVERYTHING)) {
            throw new IllegalArgumentException("A stop is of everything, or of one playbook, action type or connector that is named");
        }
    }

    public static StopScope everything() {
        return new StopScope(Kind.EVERYTHING, "");
    }

    public boolean covers(Deed deed) {
        return switch (kind) {
            case EVERYTHING -> true;
            case PLAYBOOK -> name.equals(deed.playbook());
            case ACTION_TYPE -> name.equals(deed.actionType());
            case CONNECTOR -> name.equals(deed.connector());
        };
    }

    /** As the record names it. */
    @Override
    public String toString() {
        return kind == Kind.EVERYTHING ? kind.name() : kind + " " + name;
    }
}
