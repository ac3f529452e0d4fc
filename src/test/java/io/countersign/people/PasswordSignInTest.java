package io.countersign.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceKind;
import io.countersign.testing.DatabaseTest;
import io.countersign.testing.MovableClock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Commits for real: the throttle counts in transactions of its own. */
@DatabaseTest
@UsesPeople
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class PasswordSignInTest {

    @Autowired
    PasswordSignIn signIn;
    @Autowired
    PeopleRegister register;
    @Autowired
    People people;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transactions;
    @Autowired
    SignInThrottle throttle;
    @Autowired
    SignInRecord record;

    private final String name = "p" + UUID.randomUUID().toString().substring(0, 12);
    private final String address = "2001:db8::" + UUID.randomUUID().toString().substring(0, 4);
    private String password;

    @BeforeEach
    void aPerson() {
        register.putTeam(new Team("sign-in-test", "Sign-in test"), Actor.system("test"));
        password = register.addPerson(new NewPerson(name, "Somebody", "sign-in-test", Set.of(Role.ANALYST)), false, Actor.system("test"));
    }

    @Test
    void theRightPasswordBringsTheRoles() {
        assertThat(attempt(name, password).getAuthorities()).extracting("authority").containsExactly("ROLE_ANALYST");
    }

    @Test
    void aGeneratedOneTimePasswordBringsNoRole() {
        String reset = register.resetPassword(name, Actor.system("test"));
        assertThat(attempt(name, reset).getAuthorities()).extracting("authority").containsExactly(PersonDetailsService.MUST_CHANGE_PASSWORD);
        assertThat(people.passwordMatches(name, password)).as("the old password is gone").isFalse();
    }

    @Test
    void anInactivePersonIsAnsweredLikeAWrongPassword() {
        register.deactivate(name, Actor.system("test"));
        assertThatThrownBy(() -> attempt(name, password)).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void aNameThatNobodyHasCostsAHashToo() {
        PasswordEncoder encoder = spy(new PeopleConfiguration().passwordEncoder(new PeopleSettings(5, 30, Duration.ofMinutes(15),
                Duration.ofMinutes(1), Duration.ofMinutes(15), 10)));
        PasswordSignIn watched = new PasswordSignIn(new PersonDetailsService(mock(PersonAccounts.class)), encoder, throttle, record);
        assertThatThrownBy(() -> watched.authenticate(token("nobody-" + name, "x"))).isInstanceOf(BadCredentialsException.class);
        verify(encoder).matches(any(), any());
    }

    @Test
    void fiveWrongPasswordsLockTheNameForEverybody() {
        fail(5);
        assertThatThrownBy(() -> attempt(name, password)).isInstanceOf(LockedException.class);
        clock.advance(Duration.ofSeconds(61));
        assertThat(attempt(name, password).isAuthenticated()).isTrue();
    }

    @Test
    void eachFurtherFailureDoublesTheLock() {
        fail(5);
        clock.advance(Duration.ofSeconds(61));
        fail(1);
        clock.advance(Duration.ofSeconds(61));
        assertThatThrownBy(() -> attempt(name, password)).isInstanceOf(LockedException.class);
        clock.advance(Duration.ofSeconds(61));
        assertThat(attempt(name, password).isAuthenticated()).isTrue();
    }

    @Test
    void namesThatNobodyHasAreLockedLikeOthers() {
        String nobody = "nobody-" + name;
        for (int tries = 0; tries < 5; tries++) {
            assertThatThrownBy(() -> attempt(nobody, "x")).isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> attempt(nobody, "x")).isInstanceOf(LockedException.class);
    }

    @Test
    void anAddressThatTriesManyNamesIsLocked() {
        for (int tries = 0; tries < 30; tries++) {
            throttle.failed("name-" + tries + name, address);
        }
        assertThatThrownBy(() -> attempt(name, password)).isInstanceOf(LockedException.class);
        assertThat(people.passwordMatches(name, password)).as("without that address").isTrue();
    }

    @Test
    void aStepUpThatRollsItsTransactionBackStillCounts() {
        for (int tries = 0; tries < 5; tries++) {
            transactions.executeWithoutResult(status -> {
                assertThat(people.passwordMatches(name, "wrong")).isFalse();
                status.setRollbackOnly();
            });
        }
        assertThat(people.passwordMatches(name, password)).as("locked").isFalse();
    }

    @Test
    void failuresAndLocksAreOnTheRecordAndUnknownNamesAreNot() {
        fail(5);
        assertThatThrownBy(() -> attempt("my-secret-" + name, "x")).isInstanceOf(BadCredentialsException.class);
        assertThat(results(name)).containsExactly("failed", "failed", "failed", "failed", "locked");
        assertThat(jdbc.sql("select count(*) from evidence where facts::text like ? or actor like ?").params("%my-secret%", "my-secret%")
                .query(Long.class).single()).isZero();
    }

    private java.util.List<String> results(String actor) {
        return jdbc.sql("select facts ->> 'result' from evidence where kind = ? and actor = ? order by number")
                .params(EvidenceKind.SIGN_IN.name(), actor).query(String.class).list();
    }

    private void fail(int times) {
        for (int tries = 0; tries < times; tries++) {
            assertThatThrownBy(() -> attempt(name, "wrong")).isInstanceOf(BadCredentialsException.class);
        }
    }

    private Authentication attempt(String username, String word) {
        return signIn.authenticate(token(username, word));
    }

    private UsernamePasswordAuthenticationToken token(String username, String word) {
        var token = UsernamePasswordAuthenticationToken.unauthenticated(username, word);
        token.setDetails(new WebAuthenticationDetails(address, null));
        return token;
    }
}
