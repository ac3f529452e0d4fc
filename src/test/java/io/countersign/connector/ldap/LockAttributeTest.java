package io.countersign.connector.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.connector.Answer;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.TargetState;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for directories that disable an account by a lock attribute, and whose schema is enforced. */
abstract class LockAttributeTest extends LdapConnectorTest {

    private static final String LOCK = "pwdAccountLockedTime";

    @Override
    Entry anAccount(String name) {
        Entry account = new Entry(dn(name));
        account.addAttribute("objectClass", "top", "person", "organizationalPerson", "inetOrgPerson");
        Map.of("uid", name, "cn", name, "sn", name, "mail", name + "@example.org", "userPassword", PASSWORD).forEach(account::addAttribute);
        return account;
    }

    @Override
    Modification disabling() {
        return new Modification(ModificationType.REPLACE, LOCK, "000001010000Z");
    }

    @Override
    Modification enabling() {
        return new Modification(ModificationType.REPLACE, LOCK);
    }

    @Override
    String lockAttribute() {
        return LOCK;
    }

    @Test
    void anAccountIsFoundByItsMailAddress() {
        Subject subject = aFreshSubject("disable-account");
        Subject byMail = new Subject(new Target(subject.target().kind(), subject.target().value() + "@example.org"), Map.of());
        assertThat(connector().capture(call("disable-account", byMail))).isEqualTo(TargetState.of("enabled", "true"));
    }

    @Test
    void twoAccountsOfOneAddressAreNone() {
        String shared = "shared-" + aFreshSubject("disable-account").target().value() + "@example.org";
        for (int n = 0; n < 3; n++) {
            Subject one = aFreshSubject("disable-account");
            modify(dn(one), new Modification(ModificationType.REPLACE, "mail", shared));
        }
        Subject both = new Subject(new Target(TargetKind.ACCOUNT, shared), Map.of());
        assertThat(act(call("disable-account", both))).isInstanceOfSatisfying(Answer.Refused.class,
                refused -> assertThat(refused.reason()).contains("more than one"));
    }

    @Test
    void aLockAfterWrongPasswordsIsReplacedAndPutBack() {
        Subject subject = aFreshSubject("disable-account");
        modify(dn(subject), new Modification(ModificationType.REPLACE, LOCK, "20260105100000Z"));
        ConnectorCall call = call("disable-account", subject);
        TargetState prior = connector().capture(call);
        assertThat(prior).isEqualTo(TargetState.of(Map.of("enabled", "true", LOCK, "20260105100000Z")));
        act(call);
        assertThat(connector().capture(call)).isEqualTo(TargetState.of("enabled", "false"));
        undo(call, prior);
        assertThat(connector().capture(call)).isEqualTo(prior);
    }
}
