package io.countersign.datastore;

/** A database role and its password, which never shows in text. */
record Account(String username, String password) {

    @Override
    public String toString() {
        return username;
    }
}
