package io.countersign.incident;

/** The kinds of things that alerts name. */
public enum ObservableKind {
    HOST, ACCOUNT, ADDRESS, DOMAIN, URL, FILE_HASH, EMAIL_ADDRESS, PROCESS, RESOURCE
}
