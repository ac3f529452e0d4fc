package io.countersign.connector.ldap;

import io.countersign.agent.CredentialVerifier;
import io.countersign.connector.CallClaims;
import io.countersign.connector.RunsInWorker;
import io.countersign.connector.SingleOrder;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the directory connector where a directory is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("countersign.connector.ldap.url")
@RunsInWorker
class LdapConfiguration {

    @Bean
    LdapConnector ldapConnector(LdapSettings settings, CallClaims claims, CredentialVerifier verifier) {
        return connector(settings, claims, verifier);
    }

    static LdapConnector connector(LdapSettings settings, CallClaims claims, CredentialVerifier verifier) {
        boolean active = settings.flavour() == LdapSettings.Flavour.ACTIVE_DIRECTORY;
        Accounts accounts = active ? new ActiveDirectoryAccounts() : new LockAttributeAccounts(settings.lockAttribute(), settings.lockValue());
        Lookup lookup = new Lookup(settings, accounts);
        Map<String, DirectoryAction> actions = Stream.of(new DisableAccount(lookup, accounts), new RemoveFromGroup(lookup, settings.memberAttribute()))
                .collect(Collectors.toMap(DirectoryAction::actionType, Function.identity()));
        Directory directory = Directory.open(settings);
        DirectoryCheck check = new DirectoryCheck(directory, settings, accounts, active ? new EffectiveRights() : new FutileChange(settings.memberAttribute()));
        SingleOrder orders = new SingleOrder(LdapConnector.ID, settings.connectTimeout().plus(settings.responseTimeout()), settings.responseTimeout().multipliedBy(2),
                claims, verifier);
        return new LdapConnector(directory, actions, check, orders);
    }
}
