package io.countersign.console;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One row of the {@link AccessTable}: a method, a path pattern of Spring, and who may use it. */
record AccessRule(HttpMethod method, String pattern, Access access, RequestMatcher matcher) {

    static AccessRule rule(HttpMethod method, String pattern, Access access) {
        return new AccessRule(method, pattern, access, PathPatternRequestMatcher.withDefaults().matcher(method, pattern));
    }
}
