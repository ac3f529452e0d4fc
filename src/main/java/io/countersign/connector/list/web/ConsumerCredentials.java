package io.countersign.connector.list.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.http.HttpHeaders;

/**
 * How a consumer says who it is: by a bearer token, or by HTTP Basic with its name and the token as password, which is all that most
 * firewalls can do.
 *
 * @param name  null with a bearer token
 * @param token null if there is none
 */
record ConsumerCredentials(String name, String token) {

    private static final ConsumerCredentials NONE = new ConsumerCredentials(null, null);
    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    static ConsumerCredentials of(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return NONE;
        }
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return new ConsumerCredentials(null, header.substring(BEARER.length()).strip());
        }
        return header.regionMatches(true, 0, BASIC, 0, BASIC.length()) ? basic(header.substring(BASIC.length()).strip()) : NONE;
    }

    private static ConsumerCredentials basic(String encoded) {
        try {
            String[] parts = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2 ? new ConsumerCredentials(parts[0], parts[1]) : NONE;
        } catch (IllegalArgumentException notBase64) {
            return NONE;
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "ConsumerCredentials[name=" + name + "]";
    }
}
