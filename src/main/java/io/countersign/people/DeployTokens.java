package io.countersign.people;

import java.util.List;
import java.util.UUID;
import org.springframework.security.core.Authentication;

/**
 * Tokens by which a tool deploys for a designer. MUST be worth nothing but the role {@code DESIGNER}, and only while the person is active
 * and has it; any change of the person's account makes all of theirs void. Issuing and voiding are evidence in the same transaction.
 */
public interface DeployTokens {

    int LONGEST_DAYS = 365;

    /**
     * @param days until it expires, 1 to {@link #LONGEST_DAYS}
     * @throws IllegalArgumentException with what to mend; also if the person has ten that are valid
     */
    DeployToken.Issued issue(String username, String name, int days);

    /** Newest first, with those that are void or expired. */
    List<DeployToken> of(String username);

    /** @throws IllegalArgumentException if this person has no such token */
    void revoke(String username, UUID id);

    /** @throws org.springframework.security.authentication.BadCredentialsException if it is not valid, or its person may not deploy */
    Authentication signIn(String secret);
}
