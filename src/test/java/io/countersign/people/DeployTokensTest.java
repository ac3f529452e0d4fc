package io.countersign.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.evidence.Actor;
import io.countersign.testing.DatabaseTest;
import io.countersign.testing.MovableClock;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;

@DatabaseTest
@UsesPeople
class DeployTokensTest {

    private static final Actor BY = Actor.person("boss");

    @Autowired
    DeployTokens tokens;
    @Autowired
    PeopleRegister register;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    MovableClock clock;
    @Autowired
    EntityManager entities;

    private final String name = "t" + UUID.randomUUID().toString().substring(0, 12);

    @BeforeEach
    void aDesigner() {
        register.putTeam(new Team("token-test", "Token test"), BY);
        add(name, Role.DESIGNER, Role.ANALYST);
    }

    @Test
    void aTokenSignsItsDesignerInAsADesignerAndNothingElse() {
        var who = tokens.signIn(tokens.issue(name, "laptop", 30).secret());
        assertThat(who.getName()).isEqualTo(name);
        assertThat(who.getAuthorities()).extracting(GrantedAuthority::getAuthority).containsExactly("ROLE_DESIGNER");
    }

    @Test
    void onlyTheHashOfATokenIsKeptAndNoLogCanShowIt() {
        DeployToken.Issued issued = tokens.issue(name, "laptop", 30);
        assertThat(issued.toString()).doesNotContain(issued.secret());
        assertThat(jdbc.sql("select row_to_json(t)::text || (select coalesce(string_agg(facts::text, ''), '') from evidence) from deploy_token t where id = ?")
                .param(issued.token().id()).query(String.class).single()).doesNotContain(issued.secret());
    }

    @Test
    void anExpiredTokenIsVoid() {
        String secret = tokens.issue(name, "laptop", 30).secret();
        clock.advance(Duration.ofDays(31));
        refused(secret);
    }

    @Test
    void aTokenIsMadeVoidByItsOwnerOnly() {
        DeployToken.Issued issued = tokens.issue(name, "laptop", 30);
        assertThatThrownBy(() -> tokens.revoke("somebody", issued.token().id())).hasMessageContaining("no such token");
        assertThat(tokens.signIn(issued.secret())).isNotNull();
        tokens.revoke(name, issued.token().id());
        refused(issued.secret());
    }

    @Test
    void everyChangeOfTheAccountMakesItsTokensVoid() {
        String first = tokens.issue(name, "laptop", 30).secret();
        register.changeRoles(name, Set.of(Role.DESIGNER), BY);
        refused(first);
        String second = tokens.issue(name, "laptop", 30).secret();
        register.resetPassword(name, BY);
        refused(second);
    }

    @Test
    void whoMayNotDeployHasNoToken() {
        String analyst = add(name + "a", Role.ANALYST);
        assertThat(analyst).isNotBlank();
        assertThatThrownBy(() -> tokens.issue(name + "a", "laptop", 30)).hasMessageContaining("designer");
        assertThatThrownBy(() -> tokens.issue(name, "laptop", 366)).hasMessageContaining("365");
        assertThatThrownBy(() -> tokens.issue(name, " ", 30)).hasMessageContaining("1 to 80");
    }

    @Test
    void nobodyHasMoreThanTenThatAreValid() {
        for (int made = 0; made < 10; made++) {
            tokens.issue(name, "laptop", 30);
        }
        assertThatThrownBy(() -> tokens.issue(name, "laptop", 30)).hasMessageContaining("make one void");
    }

    @Test
    void whatIsNoTokenIsRefused() {
        refused("");
        refused("countersign_deploy_");
        refused("x".repeat(100_000));
    }

    private void refused(String secret) {
        entities.flush();
        assertThatThrownBy(() -> tokens.signIn(secret)).isInstanceOf(AuthenticationException.class);
    }

    private String add(String username, Role... roles) {
        return register.addPerson(new NewPerson(username, "Somebody", "token-test", Set.of(roles)), false, BY);
    }
}
