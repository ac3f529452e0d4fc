package io.countersign.incident;

/** A bearer token at the only moment it is known. */
public record IssuedToken(String source, String token) {

    /** Without the token: this may end up in a log. */
    @Override
    public String toString() {
        return "IssuedToken[source=" + source + "]";
    }
}
