package io.countersign.action;

/** What an action is done to. */
public enum TargetKind {
    HOST, ADDRESS, DOMAIN, URL, FILE_HASH, FILE, PROCESS, ACCOUNT, API_KEY, APPLICATION, OAUTH_GRANT, MESSAGE, SENDER, MAILBOX_RULE,
    CLOUD_INSTANCE, CLOUD_PRINCIPAL, BUCKET, WORKFLOW,
    /** An AI agent in our own register. */
    AGENT
}
