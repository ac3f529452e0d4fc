package io.countersign.people;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Generates, hashes and replaces the passwords of accounts. */
@Component
class AccountPasswords {

    private final PasswordGenerator generator;
    private final PasswordEncoder encoder;
    private final PasswordSignIn signIn;

    AccountPasswords(PasswordGenerator generator, PasswordEncoder encoder, PasswordSignIn signIn) {
        this.generator = generator;
        this.encoder = encoder;
        this.signIn = signIn;
    }

    String generate() {
        return generator.next();
    }

    String hash(CharSequence password) {
        return encoder.encode(password);
    }

    void requireChange(String username, CharSequence current, NewPassword next) {
        if (!signIn.matches(username, current)) {
            throw new DirectoryConflict("The current password is wrong, or was wrong too often: nothing changed");
        }
        if (next.value().contentEquals(current)) {
            throw new DirectoryConflict("The new password is the current one: choose another");
        }
        if (next.value().toLowerCase().contains(username)) {
            throw new DirectoryConflict("The new password contains your username: choose another");
        }
    }
}
