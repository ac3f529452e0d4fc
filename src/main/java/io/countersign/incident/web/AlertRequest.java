package io.countersign.incident.web;

import io.countersign.incident.IntakeRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A request of alerts as it arrives, before anything in it is believed. */
record AlertRequest(HttpServletRequest http) {

    private static final String BEARER = "bearer ";

    /** Null if there is none. */
    String token() {
        String header = http.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER) ? header.substring(BEARER.length()).strip() : null;
    }

    /** Whether the sender declares NDJSON. */
    boolean lines() {
        String type = http.getContentType();
        return type != null && (type.toLowerCase(Locale.ROOT).startsWith("application/x-ndjson") || type.toLowerCase(Locale.ROOT).startsWith("application/ndjson"));
    }

    /**
     * Reads the body, counting: a chunked one declares no length, and a declared one may lie.
     *
     * @throws IntakeRefused if it has more than {@code most} bytes; no more than that is ever held
     */
    byte[] body(long most) throws IOException {
        String encoding = http.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send the body without a content encoding.");
        }
        if (http.getContentLengthLong() > most) {
            throw tooLarge(most);
        }
        byte[] body = http.getInputStream().readNBytes((int) most + 1);
        if (body.length > most) {
            throw tooLarge(most);
        }
        return body;
    }

    /** Reads as much again and forgets it: most senders write to the end before they look for the answer. */
    private IntakeRefused tooLarge(long most) throws IOException {
        byte[] forgotten = new byte[1 << 16];
        long left = most;
        for (int read = 0; read >= 0 && left > 0; left -= read) {
            read = http.getInputStream().read(forgotten);
        }
        return IntakeRefused.tooLarge(most);
    }
}
