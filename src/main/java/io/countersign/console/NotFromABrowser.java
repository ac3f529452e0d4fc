package io.countersign.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Requests that another site cannot have made with this person's rights: the password is in the request itself, and nothing
 * shows a browser, which would attach a cookie, or a password that it remembers, by itself. These need no CSRF token.
 */
final class NotFromABrowser implements RequestMatcher {

    private static final Set<String> SIGNS_OF_A_BROWSER = Set.of(HttpHeaders.COOKIE, HttpHeaders.ORIGIN, HttpHeaders.REFERER, "Sec-Fetch-Site", "Sec-Fetch-Mode");

    @Override
    public boolean matches(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6)
                && SIGNS_OF_A_BROWSER.stream().flatMap(name -> Stream.ofNullable(request.getHeader(name))).findAny().isEmpty();
    }
}
