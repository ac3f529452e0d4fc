package io.countersign.connector.remote;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.HttpStatus;

/** Reads what a worker sends: never more than is allowed, and only what it should be. */
final class Body {

    /** What holds everything but a list of what a product holds. */
    static final int USUAL = 64 * 1024;
    static final int LARGEST = 8 * 1024 * 1024;

    private final ObjectMapper json;

    Body(ObjectMapper json) {
        this.json = json;
    }

    /** @throws LineRefusal if it is too large, or not of this type */
    <T> T read(HttpServletRequest request, Class<T> type, int most) throws IOException {
        if (request.getContentLengthLong() > most) {
            throw tooLarge(most);
        }
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw tooLarge(most);
        }
        try {
            return Objects.requireNonNull(json.readValue(body, type));
        } catch (IOException | NullPointerException malformed) {
            throw new LineRefusal(HttpStatus.BAD_REQUEST, "This is no " + type.getSimpleName());
        }
    }

    private static LineRefusal tooLarge(int most) {
        return new LineRefusal(HttpStatus.PAYLOAD_TOO_LARGE, "At most " + most + " bytes are read here");
    }
}
