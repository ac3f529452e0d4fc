package io.countersign.console;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whoever signed in with a generated password may do nothing but choose their own. */
final class OneTimePassword {

    private OneTimePassword() {
    }

    /** Whether the person of this request has yet to choose one. */
    static boolean isInUse() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return person != null && person.getAuthorities().stream().anyMatch(right -> "MUST_CHANGE_PASSWORD".equals(right.getAuthority()));
    }
}
