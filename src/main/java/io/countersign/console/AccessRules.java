package io.countersign.console;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Applies the {@link AccessTable} to a request. No row, or a kind it does not know: refused. */
@Component
class AccessRules implements AuthorizationManager<RequestAuthorizationContext> {

    private static final AuthorizationDecision NO = new AuthorizationDecision(false);

    private final AccessTable table;
    private final ConsoleSettings settings;

    AccessRules(AccessTable table, ConsoleSettings settings) {
        this.table = table;
        this.settings = settings;
    }

    @Override
    public AuthorizationResult authorize(Supplier<Authentication> who, RequestAuthorizationContext context) {
        return table.find(context.getRequest()).map(rule -> decide(rule.access(), who, context.getRequest())).orElse(NO);
    }

    @Override
    @Deprecated
    public AuthorizationDecision check(Supplier<Authentication> who, RequestAuthorizationContext context) {
        return new AuthorizationDecision(authorize(who, context).isGranted());
    }

    private AuthorizationResult decide(Access access, Supplier<Authentication> who, HttpServletRequest request) {
        return switch (access.kind()) {
            case EVERYONE -> new AuthorizationDecision(true);
            case SIGNED_IN -> AuthenticatedAuthorizationManager.fullyAuthenticated().authorize(who, request);
            case ROLES -> hasRole(access, who, request);
            case ROLES_OR_SCRAPER -> isScraper(request) ? new AuthorizationDecision(true) : hasRole(access, who, request);
            case MACHINE -> NO;
        };
    }

    private static AuthorizationResult hasRole(Access access, Supplier<Authentication> who, HttpServletRequest request) {
        return AuthorityAuthorizationManager.<HttpServletRequest>hasAnyRole(access.roleNames()).authorize(who, request);
    }

    private boolean isScraper(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return settings.scrapeToken() != null && header != null
                && MessageDigest.isEqual(bytes(header), bytes("Bearer " + settings.scrapeToken()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
