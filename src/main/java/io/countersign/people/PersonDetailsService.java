package io.countersign.people;

import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns an active person into what Spring Security knows. Roles become {@code ROLE_…}; somebody whose password was generated
 * gets none of them, only {@link #MUST_CHANGE_PASSWORD}, until they chose their own.
 */
@Component
class PersonDetailsService implements UserDetailsService {

    static final String MUST_CHANGE_PASSWORD = "MUST_CHANGE_PASSWORD";

    private final PersonAccounts accounts;

    PersonDetailsService(PersonAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String username) {
        return accounts.findById(username).filter(account -> account.view().active()).map(PersonDetailsService::details)
                .orElseThrow(() -> new UsernameNotFoundException("Nobody active has this name"));
    }

    private static UserDetails details(PersonAccount account) {
        return new User(account.getId(), account.passwordHash(), authorities(account));
    }

    private static List<GrantedAuthority> authorities(PersonAccount account) {
        return account.passwordOneTime()
                ? AuthorityUtils.createAuthorityList(MUST_CHANGE_PASSWORD)
                : AuthorityUtils.createAuthorityList(account.view().roles().stream().map(role -> "ROLE_" + role).toList());
    }
}
