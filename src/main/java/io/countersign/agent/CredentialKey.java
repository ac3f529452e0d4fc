package io.countersign.agent;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.countersign.datastore.Home;
import java.text.ParseException;

/** The private key that signs credentials: made on the first start, kept in a file of its owner's, never shown. */
final class CredentialKey {

    static final String FILE = "keys/credential-signing.jwk";

    private CredentialKey() {
    }

    /** Refuses to go on when others than the owner may read the file, or when it is damaged. */
    static RSAKey of(Home home) {
        try {
            return RSAKey.parse(home.secret(FILE, CredentialKey::generate));
        } catch (ParseException damaged) {
            // Without the cause: a parser quotes what it read.
            throw new IllegalStateException("The key that signs credentials, " + home.resolve(FILE) + ", is damaged. Delete it and start again:"
                    + " a new one is made, and credentials of the last minutes are refused");
        }
    }

    private static String generate() {
        try {
            return new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE).keyIDFromThumbprint(true).generate().toJSONString();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("This Java platform cannot make an RSA key", impossible);
        }
    }
}
