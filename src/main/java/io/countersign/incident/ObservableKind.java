package io.countersign.incident;

import io.countersign.action.TargetKind;
import java.util.Optional;

/** The kinds of things that alerts name. */
public enum ObservableKind {
    HOST, ACCOUNT, ADDRESS, DOMAIN, URL, FILE_HASH, EMAIL_ADDRESS, PROCESS, RESOURCE,
    /** A mail, by the id that its gateway gave it. */
    MESSAGE,
    /** The address that a mail came from; the address itself is an EMAIL_ADDRESS, too. */
    SENDER,
    /** The id of a key, never its secret. */
    API_KEY,
    APPLICATION, CLOUD_PRINCIPAL, BUCKET,
    /** An AI agent in our own register. */
    AGENT;

    /** What alerts and the inventory call the kind of thing that an action is done to; empty where they name none: nothing is known about it, and nothing can be proposed for it. */
    public static Optional<ObservableKind> of(TargetKind kind) {
        return switch (kind) {
            case HOST, CLOUD_INSTANCE -> Optional.of(HOST);
            case ADDRESS -> Optional.of(ADDRESS);
            case DOMAIN -> Optional.of(DOMAIN);
            case URL -> Optional.of(URL);
            case FILE_HASH -> Optional.of(FILE_HASH);
            case PROCESS -> Optional.of(PROCESS);
            case ACCOUNT -> Optional.of(ACCOUNT);
            case CLOUD_PRINCIPAL -> Optional.of(CLOUD_PRINCIPAL);
            case API_KEY -> Optional.of(API_KEY);
            case APPLICATION -> Optional.of(APPLICATION);
            case BUCKET -> Optional.of(BUCKET);
            case MESSAGE -> Optional.of(MESSAGE);
            case SENDER -> Optional.of(SENDER);
            case AGENT -> Optional.of(AGENT);
            case WORKFLOW -> Optional.of(RESOURCE);
            case FILE, OAUTH_GRANT, MAILBOX_RULE -> Optional.empty();
        };
    }
}
