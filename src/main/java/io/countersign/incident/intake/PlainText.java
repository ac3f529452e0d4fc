package io.countersign.incident.intake;

/** Makes untrusted text storable and printable on one line; it stays untrusted. */
public final class PlainText {

    private PlainText() {
    }

    /**
     * Replaces control characters (PostgreSQL stores no NUL), line breaks, direction overrides and lone surrogates by a blank,
     * trims, and cuts at {@code limit} characters without splitting one.
     *
     * @return null if nothing is left
     */
    public static String of(String text, int limit) {
        if (text == null) {
            return null;
        }
        StringBuilder clean = new StringBuilder(Math.min(text.length(), limit));
        text.codePoints().map(c -> printable(c) ? c : ' ').limit(limit * 2L).forEach(clean::appendCodePoint);
        String trimmed = clean.toString().strip();
        if (trimmed.length() > limit) {
            trimmed = trimmed.substring(0, Character.isHighSurrogate(trimmed.charAt(limit - 1)) ? limit - 1 : limit).strip();
        }
        return trimmed.isEmpty() ? null : trimmed;
    }

    static boolean isPlain(String text) {
        return text.codePoints().allMatch(PlainText::printable);
    }

    private static boolean printable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
