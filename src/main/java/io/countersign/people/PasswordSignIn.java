package io.countersign.people;

import java.time.Instant;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks a username and password, slowed down by the throttle. It answers the same, and takes as long, for a name that nobody
 * has, one that is not active, and a wrong password.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final DaoAuthenticationProvider passwords;
    private final SignInThrottle throttle;
    private final SignInRecord record;

    PasswordSignIn(PersonDetailsService people, PasswordEncoder encoder, SignInThrottle throttle, SignInRecord record) {
        this.passwords = new DaoAuthenticationProvider(people);
        this.passwords.setPasswordEncoder(encoder);
        this.throttle = throttle;
        this.record = record;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String username = attempt.getName();
        String address = attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : null;
        refuseWhileLocked(username, address);
        try {
            Authentication signedIn = passwords.authenticate(attempt);
            // Again: many guesses at once all pass the first check, and the right one may be among those that finish late.
            refuseWhileLocked(username, address);
            throttle.succeeded(username);
            return signedIn;
        } catch (BadCredentialsException wrong) {
            throttle.failed(username, address).ifPresentOrElse(until -> record.locked(username, address, until),
                    () -> record.failed(username, address));
            throw wrong;
        }
    }

    boolean matches(String username, CharSequence password) {
        if (username == null || password == null) {
            return false;
        }
        try {
            authenticate(UsernamePasswordAuthenticationToken.unauthenticated(username, password.toString()));
            return true;
        } catch (AuthenticationException refused) {
            return false;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return passwords.supports(authentication);
    }

    private void refuseWhileLocked(String username, String address) {
        throttle.lockedUntil(username, address).ifPresent(PasswordSignIn::refuse);
    }

    private static void refuse(Instant until) {
        throw new LockedException("Too many failed tries: sign-in is locked until " + until);
    }
}
