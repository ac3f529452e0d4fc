package io.countersign.incident.intake;

import io.countersign.incident.IntakeRefused;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a request into its records without parsing them, so that one that is broken, too deep or too big spoils no other:
 * one JSON object, the elements of an array, or the lines of NDJSON.
 *
 * <p>Looks at bytes: no byte of a multi-byte UTF-8 character equals one of JSON's structural characters.
 */
public final class RecordSplitter {

    private final byte[] body;
    private final int limit;
    private final List<Slice> slices = new ArrayList<>();

    private RecordSplitter(byte[] body, int limit) {
        this.body = body;
        this.limit = limit;
    }

    /**
     * @param lines the sender said it is NDJSON; otherwise the content tells
     * @throws IntakeRefused if there are more than {@code limit} records
     */
    public static List<Slice> split(byte[] body, boolean lines, int limit) {
        RecordSplitter splitter = new RecordSplitter(body, limit);
        int start = splitter.skipBlank(splitter.byteOrderMark());
        if (start < body.length && !lines && body[start] == '[') {
            splitter.elements(start + 1);
        } else if (lines || start < body.length && splitter.looksLikeLines(start)) {
            splitter.lines(start);
        } else {
            splitter.rest(start);
        }
        return splitter.slices;
    }

    /** Not one whole object, and a later line begins with a brace. */
    private boolean looksLikeLines(int start) {
        int end = scan(start, true);
        if (end >= 0 && skipBlank(end) == body.length) {
            return false;
        }
        for (int i = start + 1; i < body.length; i++) {
            if (body[i] == '{' && body[i - 1] == '\n') {
                return true;
            }
        }
        return false;
    }

    private void elements(int from) {
        int at = skipBlank(from);
        if (at < body.length && body[at] == ']') {
            rest(at + 1);
            return;
        }
        int end;
        while ((end = scan(at, false)) >= 0 && body[end] != ']') {
            add(at, end);
            at = end + 1;
        }
        add(at, end < 0 ? body.length : end);
        if (end < 0) {
            add(body.length, body.length);
        } else {
            rest(end + 1);
        }
    }

    /** Whatever stands after the records is a record that will be refused, not something to overlook. */
    private void rest(int from) {
        int at = skipBlank(from);
        if (at < body.length) {
            add(at, body.length);
        }
    }

    private void lines(int from) {
        int end;
        for (int at = from; at < body.length; at = end + 1) {
            end = at;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            if (skipBlank(at) < end) {
                add(at, end);
            }
        }
    }

    /** The comma or bracket that ends an element or, {@code wholeValue}, one past the bracket that closes the value; -1 if none does. */
    private int scan(int from, boolean wholeValue) {
        int depth = 0;
        for (int i = from; i < body.length; i++) {
            byte b = body[i];
            if (b == '"') {
                i = stringEnd(i);
            } else if (b == '{' || b == '[') {
                depth++;
            } else if (depth == 0 && (b == ',' || b == ']' || b == '}')) {
                return i;
            } else if ((b == '}' || b == ']') && --depth == 0 && wholeValue) {
                return i + 1;
            }
        }
        return -1;
    }

    private int stringEnd(int quote) {
        for (int i = quote + 1; i < body.length; i++) {
            if (body[i] == '\\') {
                i++;
            } else if (body[i] == '"') {
                return i;
            }
        }
        return body.length;
    }

    private int skipBlank(int from) {
        int at = from;
        while (at < body.length && (body[at] == ' ' || body[at] == '\n' || body[at] == '\r' || body[at] == '\t')) {
            at++;
        }
        return at;
    }

    private int byteOrderMark() {
        return body.length >= 3 && (body[0] & 0xff) == 0xef && (body[1] & 0xff) == 0xbb && (body[2] & 0xff) == 0xbf ? 3 : 0;
    }

    private void add(int from, int to) {
        if (slices.size() == limit) {
            throw IntakeRefused.tooManyRecords(limit);
        }
        slices.add(new Slice(from, to));
    }

    /** Where a record stands in the request; an empty one marks an array that was never closed, or a comma too many. */
    public record Slice(int from, int to) {

        public int length() {
            return to - from;
        }
    }
}
