package io.countersign.console;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** Plain words for a status, where the case itself says no more. */
final class ProblemWords {

    private static final Map<HttpStatus, String[]> WORDS = Map.of(
            HttpStatus.BAD_REQUEST, words("That could not be read", "Something in the request is missing or not of the expected form. Nothing was changed."),
            HttpStatus.UNAUTHORIZED, words("Please sign in", "This needs a person who is signed in. Nothing was changed."),
            HttpStatus.FORBIDDEN, words("Your roles do not allow this", "Nothing was changed. An administrator can tell you who may do it, or give you the role."),
            HttpStatus.NOT_FOUND, words("There is nothing here", "The address is mistyped, or what it named no longer exists."),
            HttpStatus.METHOD_NOT_ALLOWED, words("That cannot be done here", "The address exists, but not for this kind of request. Nothing was changed."),
            HttpStatus.CONFLICT, words("Somebody was faster", "What you saw has changed since. Nothing was changed by you: look again, then decide."),
            HttpStatus.PAYLOAD_TOO_LARGE, words("That is too large", "The request is larger than allowed. Nothing was changed: send it in smaller parts."),
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, words("That format is not understood", "Send it in the format that the API description names. Nothing was changed."),
            HttpStatus.TOO_MANY_REQUESTS, words("Too many requests", "Wait a little, then try again. Nothing was changed."),
            HttpStatus.INTERNAL_SERVER_ERROR, words("This went wrong on our side",
                    "Countersign could not finish this. What was already contained stays as it was. Try again; if it happens again, give the reference below to whoever runs this server."));

    private ProblemWords() {
    }

    static String title(HttpStatus status) {
        return of(status)[0];
    }

    static String detail(HttpStatus status) {
        return of(status)[1];
    }

    private static String[] of(HttpStatus status) {
        HttpStatus nearest = status.is5xxServerError() ? HttpStatus.INTERNAL_SERVER_ERROR : HttpStatus.BAD_REQUEST;
        return WORDS.getOrDefault(status, WORDS.get(nearest));
    }

    private static String[] words(String title, String detail) {
        return new String[] {title, detail};
    }
}
