package io.countersign.incident;

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
    AGENT
}
