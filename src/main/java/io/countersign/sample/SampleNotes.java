package io.countersign.sample;

import io.countersign.datastore.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the person who started the product how to get in: once on the console, and in files that only they may read. */
@Component
class SampleNotes {

    private static final String PASSWORDS = "sample-passwords.txt";
    private static final String TOKENS = "sample-tokens.txt";
    private static final String ROW = "  %-18s %-25s %-18s %-15s %s%n";

    private final Home home;

    SampleNotes(Home home) {
        this.home = home;
    }

    void keep(SampleSecrets secrets) {
        try {
            home.write(PASSWORDS, people(secrets));
            home.write(TOKENS, tokens(secrets));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The sample's passwords cannot be kept in " + home.directory(), unwritable);
        }
    }

    void print(SampleSecrets secrets, String address) {
        System.out.printf("%nCountersign is ready: %s%n%nA sample organisation was made. Sign in as one of:%n%n%s%n"
                        + "The passwords are kept in %s,%nthe tokens of the alert sources in %s.%n%n",
                address, people(secrets), home.resolve(PASSWORDS), home.resolve(TOKENS));
    }

    void remind(String address) {
        System.out.printf("%nCountersign is ready: %s%nPasswords made for a sample are in %s%n%n", address, home.resolve(PASSWORDS));
    }

    private static String people(SampleSecrets secrets) {
        return String.format(ROW, "user name", "password", "name", "team", "roles") + secrets.passwords().entrySet().stream()
                .map(entry -> String.format(ROW, entry.getKey().username(), entry.getValue(), entry.getKey().displayName(), entry.getKey().team(),
                        entry.getKey().roles().stream().sorted().map(role -> role.name().toLowerCase()).collect(Collectors.joining(", "))))
                .collect(Collectors.joining());
    }

    private static String tokens(SampleSecrets secrets) {
        return "Post alerts to /api/alerts/{source} with the header: Authorization: Bearer {token}" + System.lineSeparator()
                + secrets.tokens().stream().map(token -> String.format("  %-26s %s%n", token.source(), token.token())).collect(Collectors.joining());
    }
}
